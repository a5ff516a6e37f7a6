import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { portalCache } from '@/src/mechanisms/database/portalCache'

/** Of a database only that it answers what it is asked for by names, once they have come. */
const runnerWith = (answer: (names: string[]) => Record<string, unknown>): Payload =>
  ({
    db: {
      drizzle: {
        execute: async (statement: SQL) => ({ rows: [answer(namesIn(statement))], rowCount: 1 }),
      },
    },
  }) as unknown as Payload

const namesIn = (statement: SQL): string[] =>
  [...new PgDialect().sqlToQuery(statement).sql.matchAll(/as "([^"]+)"/g)].map(([, name = '']) => name)

let names = 0

function ofReads(...answers: Array<string | Error>): {
  get: () => Promise<string>
  forget: () => void
  reads: () => number
} {
  let reads = 0
  const name = `test-${names++}`
  const runner = runnerWith((asked) => {
    if (!asked.includes(name)) return {}
    const answer = answers[reads++] ?? 'no more'
    if (answer instanceof Error) throw answer
    return { [name]: answer }
  })
  const { get, forget } = portalCache(name, { freshMs: 1_000, value: () => sql`1`, read: String })
  return { get: () => get(runner), forget, reads: () => reads }
}

describe('what is remembered', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 10_000 }))
  afterEach(() => void vi.useRealTimers())

  it('is read once for all who ask at the same moment, and again when it is old', async () => {
    const kept = ofReads('one', 'two')
    expect(await Promise.all([kept.get(), kept.get(), kept.get()])).toEqual(['one', 'one', 'one'])
    vi.advanceTimersByTime(999)
    expect(await kept.get()).toBe('one')
    vi.advanceTimersByTime(1)
    expect([await kept.get(), kept.reads()]).toEqual(['two', 2])
  })

  it('is read anew after a change, and kept only when the change is surely committed', async () => {
    const kept = ofReads('before', 'not yet', 'after', 'after')
    await kept.get()
    kept.forget()
    expect([await kept.get(), await kept.get(), kept.reads()]).toEqual(['not yet', 'after', 3])
    vi.advanceTimersByTime(1_001)
    expect([await kept.get(), await kept.get(), kept.reads()]).toEqual(['after', 'after', 4])
  })

  it('is read by each of the others when the one who read has failed, and the failure is not kept', async () => {
    const kept = ofReads(new Error('my transaction broke'), 'good', 'good')
    const [first, second] = await Promise.allSettled([kept.get(), kept.get()])
    expect([first.status, second]).toEqual(['rejected', { status: 'fulfilled', value: 'good' }])
    expect(await kept.get()).toBe('good')
  })

  it('is one thing for all copies of a module in the process', async () => {
    const asked = vi.fn((of: string[]) => Object.fromEntries(of.map((name) => [name, 'seen'])))
    const thing = { freshMs: 1_000, value: () => sql`1`, read: String }
    const [one, other] = [portalCache('test-shared', thing), portalCache('test-shared', thing)]
    await one.get(runnerWith(asked))
    await other.get(runnerWith(asked))
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('that has grown old is read by one statement with all else that has', async () => {
    const asked = vi.fn((of: string[]) => Object.fromEntries(of.map((name) => [name, `${name} seen`])))
    const thing = { freshMs: 1_000, value: () => sql`1`, read: String }
    const [one, other] = [portalCache('test-one', thing), portalCache('test-other', thing)]
    const runner = runnerWith(asked)
    expect(await one.get(runner)).toBe('test-one seen')
    expect(await other.get(runner)).toBe('test-other seen')
    expect(asked).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(500)
    other.forget()
    expect([await other.get(runner), await one.get(runner)]).toEqual(['test-other seen', 'test-one seen'])
    expect(asked.mock.calls.at(-1)?.[0]).toEqual(['test-other'])
  })
})
