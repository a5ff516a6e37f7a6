import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError } from '@/src/lib/errors'
import { list, query } from '../database/query'

/** One side of a posting: `amount` in minor units, positive into the account, negative out of it. */
export type Posting = { account: string; amount: number }

export type LedgerEntry = {
  /** Kind of business: `invoice`, `payment`, `adjustment` … */
  kind: string
  /** Identity in the outer world; the same one is never posted twice. */
  externalId?: string
  /** When it happened, ISO in UTC. */
  at: string
  currency: string
  memo: Record<string, unknown>
  postings: readonly Posting[]
}

/**
 * Writes one balanced transaction. Returns its id, or null when this `externalId` is there already.
 * The database checks again at commit that the postings sum to zero, and lets nobody change them.
 * @throws AppError `ledger.unbalanced` 500
 */
export async function post(req: PayloadRequest, entry: LedgerEntry): Promise<string | null> {
  const sum = entry.postings.reduce((total, { amount }) => total + BigInt(amount), 0n)
  if (sum !== 0n || entry.postings.length < 2) throw new AppError('ledger.unbalanced', {}, { status: 500 })
  // One statement, so that it is whole even outside a transaction.
  const [row] = await query<{ id: string }>(
    req,
    sql`with entry as (
          insert into ledger_transactions (kind, external_id, occurred_at, currency, memo)
          values (${entry.kind}, ${entry.externalId ?? null}, ${entry.at}, ${entry.currency}, ${JSON.stringify(entry.memo)}::jsonb)
          on conflict (external_id) do nothing returning id, occurred_at
        )
        insert into ledger_postings (transaction_id, account, occurred_at, amount)
        select entry.id, side.account, entry.occurred_at, side.amount
        from entry, unnest(${list(entry.postings.map(({ account }) => account))},
                           ${list(entry.postings.map(({ amount }) => String(amount)))}::bigint[]) as side(account, amount)
        returning transaction_id::text as id`,
  )
  return row?.id ?? null
}

/** Cancels a transaction by its mirror image; the original stays. Null when it was reversed before. */
export async function reverse(req: PayloadRequest, externalId: string, reversalId: string): Promise<string | null> {
  const rows = await query<{
    id: string
    kind: string
    at: string
    currency: string
    memo: Record<string, unknown>
    account: string
    amount: string
  }>(
    req,
    sql`select t.id::text, t.kind, t.occurred_at as at, t.currency, t.memo, p.account, p.amount::text
        from ledger_transactions t join ledger_postings p on p.transaction_id = t.id where t.external_id = ${externalId}`,
  )
  const first = rows[0]
  if (!first) return null
  return post(req, {
    kind: 'reversal',
    externalId: reversalId,
    at: new Date(first.at).toISOString(),
    currency: first.currency,
    memo: { ...first.memo, reverses: externalId },
    postings: rows.map((row) => ({ account: row.account, amount: -Number(row.amount) })),
  })
}
