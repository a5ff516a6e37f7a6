import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { writeBalances } from '@/collections/clients/clients.api'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { post, reverse } from '@/src/mechanisms/ledger/post'
import { balanceOf } from '@/src/mechanisms/ledger/statement'
import { OPENING_AT, erpAccount, ledgerAccount, openingEntry } from './account.rules'

/**
 * Every writer of balances locks the companies first, in one order: two batches that touch the same
 * clients wait for each other instead of losing a sum.
 */
export async function lockCompanies(req: PayloadRequest, companies: Iterable<string>): Promise<void> {
  const ids = [...new Set(companies)]
  if (ids.length > 0)
    await query(req, sql`select id from companies where id = any(${list(ids, 'uuid')}) order by id for update`)
}

/** The account of company + contract + currency, made when there is none. */
export async function accountFor(
  req: PayloadRequest,
  key: { company: string; contract: string | null; currency: string },
): Promise<string> {
  await execute(
    req,
    sql`insert into accounts (company_id, contract_id, currency, balance, created_at, updated_at)
        values (${key.company}, ${key.contract}, ${key.currency}, 0, now(), now()) on conflict do nothing`,
  )
  const [row] = await selectFrom(
    req,
    'accounts',
    ['id'],
    sql`where company_id = ${key.company}
        and contract_id is not distinct from ${key.contract}::uuid and currency = ${key.currency}`,
  )
  if (!row) throw new Error('The account was not made')
  return row.id
}

type Anchor = { amount: string; at: string; opening: string; version: number; currency: string }

/**
 * Keeps the announced balance true: opening + all lines up to its moment = what 1C said. A line that
 * comes late takes its part out of the opening, so it never counts twice.
 */
export async function settleBalance(req: PayloadRequest, account: string): Promise<void> {
  const [anchor] = await query<Anchor>(
    req,
    sql`select n.amount::text, n.at, n.opening::text, n.version, a.currency
        from account_anchors n join accounts a on a.id = n.account_id where n.account_id = ${account} for update of n`,
  )
  if (!anchor) return
  const [row] = await query<{ sum: string }>(
    req,
    sql`select coalesce(sum(amount), 0)::text as sum from ledger_postings
        where account = ${ledgerAccount(account)} and occurred_at <= ${new Date(anchor.at).toISOString()}`,
  )
  const opening = Number(anchor.amount) - (Number(row?.sum ?? 0) - Number(anchor.opening))
  if (opening === Number(anchor.opening)) return
  const entry = openingEntry(account, anchor.version)
  if (Number(anchor.opening) !== 0) await reverse(req, entry, `${entry}:reversal`)
  const version = anchor.version + 1
  if (opening !== 0) {
    await post(req, {
      kind: 'opening',
      externalId: openingEntry(account, version),
      at: OPENING_AT,
      currency: anchor.currency,
      memo: {},
      postings: [
        { account: ledgerAccount(account), amount: opening },
        { account: erpAccount(anchor.currency), amount: -opening },
      ],
    })
  }
  await execute(
    req,
    sql`update account_anchors set opening = ${opening}, version = ${version} where account_id = ${account}`,
  )
}

/**
 * Writes the ledger's sums to the accounts and to their companies; the companies are locked by the caller. A balance is of the
 * moment that 1C last told something of: its balance or a line.
 */
export async function refreshBalances(req: PayloadRequest, accounts: Iterable<string>): Promise<void> {
  const ids = [...new Set(accounts)]
  for (const id of ids) {
    await settleBalance(req, id)
    const balance = await balanceOf(req, ledgerAccount(id))
    await execute(
      req,
      sql`update accounts set balance = ${balance}, updated_at = now(), balance_at = coalesce(greatest(
            (select n.at from account_anchors n where n.account_id = ${id}), (select max(p.occurred_at) from ledger_postings p where p.account = ${ledgerAccount(id)})), now())
          where id = ${id}`,
    )
  }
  if (ids.length === 0) return
  const sums = await query<{ company: string; currency: string; balance: string }>(
    req,
    sql`select a.company_id::text as company, a.currency, coalesce(sum(a.balance), 0)::text as balance from accounts a
        where a.company_id in (select company_id from accounts where id = any(${list(ids, 'uuid')})) group by a.company_id, a.currency`,
  )
  await writeBalances(req, sums)
}
