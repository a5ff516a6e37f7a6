import { sql } from '@payloadcms/db-postgres/drizzle'
import fc from 'fast-check'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { execute, query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { post, reverse } from '@/src/mechanisms/ledger/post'
import { balanceOf, statement, statementPage } from '@/src/mechanisms/ledger/statement'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let req: PayloadRequest

const at = (day: number): string => new Date(Date.UTC(2026, 0, day, 12)).toISOString()
const entry = (amount: number, day: number, externalId?: string) => ({
  kind: amount > 0 ? 'payment' : 'invoice',
  externalId,
  at: at(day),
  currency: 'RUB',
  memo: { title: `day ${day}` },
  postings: [
    { account: 'account:a', amount },
    { account: 'erp:RUB', amount: -amount },
  ],
})

describe('ledger', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
  })
  beforeEach(async () => {
    await emptyDatabase()
    req = await createLocalReq({}, payload)
  })

  it('refuses a transaction that does not sum to zero', async () => {
    const lame = {
      ...entry(100, 1),
      postings: [
        { account: 'a', amount: 5 },
        { account: 'b', amount: -4 },
      ],
    }
    await expect(post(req, lame)).rejects.toMatchObject({ code: 'ledger.unbalanced' })
  })

  it('the database itself lets nobody commit postings that do not sum to zero', async () => {
    const lame = inTransaction(req, async () => {
      const [row] = await query<{ id: string }>(
        req,
        sql`insert into ledger_transactions (kind, occurred_at, currency) values ('test', now(), 'RUB') returning id::text`,
      )
      await execute(
        req,
        sql`insert into ledger_postings (transaction_id, account, occurred_at, amount) values (${row?.id}, 'a', now(), 5)`,
      )
    })
    await expect(lame).rejects.toThrow()
    expect(await query(req, sql`select 1 from ledger_postings`)).toHaveLength(0)
  })

  it('the database itself lets nobody change or delete what was posted', async () => {
    await post(req, entry(100, 1, 'x'))
    await expect(execute(payload, sql`update ledger_postings set amount = amount + 1`)).rejects.toThrow()
    await expect(execute(payload, sql`delete from ledger_transactions`)).rejects.toThrow()
  })

  it('[EXCH-21] posts the same external id once', async () => {
    expect(await post(req, entry(100, 1, 'x'))).not.toBeNull()
    expect(await post(req, entry(100, 1, 'x'))).toBeNull()
    expect(await balanceOf(req, 'account:a')).toBe(100)
  })

  it('a reversed line leaves the statement together with what cancelled it', async () => {
    await post(req, entry(100, 2, 'x'))
    await post(req, entry(-30, 3, 'y'))
    await reverse(req, 'x', 'x:reversal')
    expect(await reverse(req, 'x', 'x:reversal')).toBeNull()
    const { opening, closing, lines } = await statement(req, 'account:a', at(1), at(10))
    expect({ opening, closing, count: lines.length }).toEqual({ opening: 0, closing: -30, count: 1 })
  })

  it('[CONTR-05] opening + turnovers = closing = balance, for any postings and any period', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: -1e9, max: 1e9 }).filter(Boolean), fc.integer({ min: 1, max: 28 })), {
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 28 }),
        async (moves, a, b) => {
          await emptyDatabase()
          for (const [amount, day] of moves) await post(req, entry(amount, day))
          const [from, to] = [Math.min(a, b), Math.max(a, b)]
          const result = await statement(req, 'account:a', at(from), at(to))
          const sum = (keep: (day: number) => boolean) =>
            moves.reduce((total, [amount, day]) => total + (keep(day) ? amount : 0), 0)
          expect(result.opening).toBe(sum((day) => day < from))
          expect(result.closing).toBe(sum((day) => day < to))
          expect(result.opening + result.incoming - result.outgoing).toBe(result.closing)
          expect(await balanceOf(req, 'account:a')).toBe(sum(() => true))
          // Page by page it is the same statement, the newest first, and beyond the last page stands the last one.
          const { lines, ...sums } = result
          const period = { account: 'account:a', from: at(from), to: at(to) }
          const first = await statementPage(req, period, { page: 1, size: 2 })
          const shown: typeof lines = []
          for (let page = 1; page <= first.pages; page += 1) {
            const one = await statementPage(req, period, { page, size: 2 })
            expect(one).toMatchObject({ ...sums, page, total: lines.length })
            shown.push(...one.lines)
          }
          expect(shown).toEqual([...lines].reverse())
          expect((await statementPage(req, period, { page: 99, size: 2 })).page).toBe(
            Math.max(1, Math.ceil(lines.length / 2)),
          )
        },
      ),
      { numRuns: 15 },
    )
  })
})
