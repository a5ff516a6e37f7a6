import { execFile } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '@/tests/support/portal'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { root } from '../../scripts/lib/paths.mjs'

let portal: Portal

const play = (...flags: string[]): Promise<{ code: number; said: string; complained: string }> =>
  new Promise((resolve) => {
    const args = ['--conditions=production', '--import', 'tsx', path.join(root, 'scripts/1c-demo.ts'), ...flags]
    execFile(
      process.execPath,
      args,
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } },
      (error, said, complained) => {
        resolve({ code: error ? Number(error.code) : 0, said, complained: complained.trim() })
      },
    )
  })

const count = async (sql: string): Promise<number> =>
  Number((await queryOnce(portal.databaseUrl, `select count(*) as count from ${sql}`))[0].count)

describe('the day of 1C that one command plays', () => {
  beforeAll(async () => {
    portal = await startPortal()
  })
  afterAll(() => portal?.stop())

  it('[ERP-02] [GOAL-06] brings goods, takes orders, moves them on, sends balance and document, and tells of it', async () => {
    const before = { products: await count('products'), documents: await count('documents') }
    const waiting = await count("orders where exported_at is null and status <> 'cancelled'")
    const { code, said, complained } = await play('--url', portal.url)
    expect([code, complained]).toEqual([0, ''])
    expect(await count('products')).toBe(before.products + 2)
    expect(await count('documents')).toBe(before.documents + 1)
    expect(await count("orders where exported_at is null and status <> 'cancelled'")).toBe(0)
    expect(await count("exchange_issues where created_at > now() - interval '5 minutes' and status = 'parked'")).toBe(0)
    expect(said).toMatch(/новый товар: Рулетка «Зубр» 5 м/)
    expect(said).toMatch(/изменилось: /)
    expect(said).toMatch(waiting > 0 ? /приняли \d+ заказ/ : /новых заказов нет/)
    expect(said).toMatch(/счёт № Д-/)
  })

  it('[EXCH-22] says in one sentence what is wrong', async () => {
    const wrong = await play('--url', portal.url, '--password', 'not-this-one')
    expect([wrong.code, wrong.complained]).toEqual([
      1,
      expect.stringMatching(/^Портал не принял имя и пароль узла «1c».*\.$/),
    ])
    const nobody = await play('--url', 'http://localhost:9')
    expect([nobody.code, nobody.complained]).toEqual([
      1,
      expect.stringMatching(/^Портал по адресу http:\/\/localhost:9 не отвечает.*\.$/),
    ])
    expect(wrong.complained.split('\n')).toHaveLength(1)
  })
})
