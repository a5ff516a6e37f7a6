import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'

export type LedgerLine = {
  id: string
  at: string
  kind: string
  memo: Record<string, unknown>
  /** Minor units; positive = came in, negative = went out. */
  amount: number
  /** Balance after this line, minor units. */
  balance: number
}

export type Statement = { opening: number; closing: number; incoming: number; outgoing: number; lines: LedgerLine[] }

/** Balance of an account in minor units, now or before the moment `at` (ISO, exclusive). */
export async function balanceOf(runner: Runner, account: string, at?: string): Promise<number> {
  const [row] = await query<{ sum: string }>(
    runner,
    sql`select coalesce(sum(amount), 0)::text as sum from ledger_postings
        where account = ${account} and (${at ?? null}::timestamptz is null or occurred_at < ${at ?? null}::timestamptz)`,
  )
  return Number(row?.sum ?? 0)
}

/**
 * Statement for `[from, to)` (ISO, UTC): opening balance, every line with the balance after it,
 * turnovers, closing balance. Corrections made by reversal are folded away with what they cancel.
 */
export async function statement(runner: Runner, account: string, from: string, to: string): Promise<Statement> {
  const read = query<{ id: string; at: string; kind: string; memo: Record<string, unknown>; amount: string }>(
    runner,
    sql`select t.id::text, p.occurred_at as at, t.kind, t.memo, p.amount::text
        from ledger_postings p join ledger_transactions t on t.id = p.transaction_id
        where p.account = ${account} and p.occurred_at >= ${from} and p.occurred_at < ${to}
          and t.kind <> 'reversal'
          and not exists (select 1 from ledger_transactions r where r.kind = 'reversal' and r.memo->>'reverses' = t.external_id)
        order by p.occurred_at, p.id`,
  )
  const [opening, rows] = await Promise.all([balanceOf(runner, account, from), read])
  let balance = opening
  const lines = rows.map((row) => {
    balance += Number(row.amount)
    return {
      id: row.id,
      at: new Date(row.at).toISOString(),
      kind: row.kind,
      memo: row.memo,
      amount: Number(row.amount),
      balance,
    }
  })
  const incoming = lines.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0)
  const outgoing = lines.reduce((sum, { amount }) => sum + Math.max(-amount, 0), 0)
  return { opening, closing: balance, incoming, outgoing, lines }
}
