import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { getTestPayload } from '@/tests/support/payload'

let payload: Payload
beforeAll(async () => {
  payload = await getTestPayload()
})

describe('statements asked side by side', () => {
  it('wait their turn in a transaction, and one that fails holds up none of those asked beside it', async () => {
    const req = await createLocalReq({}, payload)
    const [most, answers] = await inTransaction(req, async () => {
      const session = payload.db.sessions?.[String(await req.transactionID)]
      if (!session) throw new Error('There is no transaction')
      const db = session.db as { execute: (statement: unknown) => Promise<unknown> }
      const execute = db.execute.bind(db)
      let [running, highest] = [0, 0]
      vi.spyOn(db, 'execute').mockImplementation(async (statement) => {
        highest = Math.max(highest, (running += 1))
        try {
          return await execute(statement)
        } finally {
          running -= 1
        }
      })
      const asked = [1, 2, 3, 4].map((n) => query<{ n: number }>(req, sql`select ${n}::int as n`))
      const rows = await Promise.all(asked)
      return [highest, rows.map(([row]) => row?.n)] as const
    })
    expect([most, answers]).toEqual([1, [1, 2, 3, 4]])

    await expect(
      inTransaction(req, () => Promise.all([query(req, sql`select 1/0`), query(req, sql`select 1`)])),
    ).rejects.toThrow()
    expect(await query(req, sql`select 1::int as n`)).toEqual([{ n: 1 }])
  })
})
