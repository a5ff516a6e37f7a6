import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashPassword, isPassword } from '@/src/mechanisms/sessions/passwords'

const work = vi.hoisted(() => ({ done: [] as string[] }))

vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  const { promisify } = await import('node:util')
  const derive = promisify(real.pbkdf2)
  const pbkdf2 = (...args: unknown[]): void => {
    const done = args.pop() as (error: unknown, key?: Buffer) => void // node's own shape of a callback
    const [password, salt, iterations, bytes, digest] = args as [string, string, number, number, string]
    work.done.push(`${iterations} × ${bytes} ${digest}`)
    derive(password, salt, 1, bytes, digest).then((key) => done(null, key), done)
  }
  return { ...real, pbkdf2 }
})

afterEach(() => {
  work.done.length = 0
})

describe('the work of comparing a password', () => {
  it('is the same for an account, for one without a password, and for none', async () => {
    const stored = await hashPassword('берёза-над-рекой')
    work.done.length = 0
    await isPassword(stored, 'не-тот-пароль')
    await isPassword({ hash: null, salt: null }, 'не-тот-пароль')
    await isPassword(null, 'не-тот-пароль')
    expect(work.done).toEqual(['600000 × 32 sha256', '600000 × 32 sha256', '600000 × 32 sha256'])
  })

  it('is refused, not queued, when a flood is waiting already', async () => {
    const flood = await Promise.allSettled(Array.from({ length: 100 }, () => isPassword(null, 'угадываю')))
    const refused = flood.filter((attempt) => attempt.status === 'rejected')
    expect(refused).toHaveLength(38)
    expect(refused[0]).toMatchObject({ reason: { code: 'service.unavailable', status: 503 } })
    expect(await isPassword(null, 'снова')).toBe(false)
  })
})
