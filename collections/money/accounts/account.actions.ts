import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/src/mechanisms/access/actor'
import { defineAction, type ActionDeclaration } from '@/src/mechanisms/actions/defineAction'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { isOlder } from '@/src/mechanisms/exchange/items/fields'
import { post, reverse } from '@/src/mechanisms/ledger/post'
import { accountFor, lockCompanies, refreshBalances } from './accountBalances'
import { erpAccount, isNews, ledgerAccount, lineEntry, lineHash, lineKinds, type StatementLine } from './account.rules'

export type Written = 'created' | 'changed' | 'same' | 'older'

const line = z.object({
  externalId: z.string().min(1).max(200),
  company: z.uuid(),
  contract: z.uuid().nullable(),
  currency: z.string().length(3),
  at: z.iso.datetime(),
  amount: z.int(),
  kind: z.enum(lineKinds),
  memo: z.object({ text: z.string().optional(), number: z.string().optional(), document: z.string().optional() }),
  removed: z.boolean(),
})
const statementInput = z.object({ node: z.string().max(63), lines: z.array(line).max(5_000) })

/**
 * Takes lines of 1C's statement into the ledger. A repeated line changes nothing; a changed one is
 * reversed and posted anew; a removed one is reversed. Balances follow in the same transaction.
 * Gives one word for each line, in their order.
 */
export const importStatement: ActionDeclaration<typeof statementInput, Written[]> = defineAction({
  name: 'accounts.importStatement',
  label: { ru: 'Загружена выписка', en: 'Imported a statement' },
  input: statementInput,
  may: ['erp', 'system'],
  remote: false,
  run: async ({ req, actor, input }) => {
    const before = await accountsOfLines(
      req,
      input.lines.map(({ externalId }) => externalId),
    )
    await lockCompanies(req, [...input.lines.map(({ company }) => company), ...before.map(({ company }) => company)])
    const accounts = new Map<string, string>()
    const touched = new Set<string>()
    const results: Written[] = []
    for (const item of input.lines) {
      const key = `${item.company} ${item.contract} ${item.currency}`
      const account = accounts.get(key) ?? (await accountFor(req, item))
      accounts.set(key, account)
      results.push(await takeLine({ req, actor, node: input.node, account, touched }, item))
    }
    await refreshBalances(req, touched)
    return results
  },
})

type LineContext = { req: PayloadRequest; actor: Actor; node: string; account: string; touched: Set<string> }

async function takeLine({ req, actor, node, account, touched }: LineContext, item: StatementLine): Promise<Written> {
  const hash = lineHash(item)
  const added = await execute(
    req,
    sql`insert into statement_lines (external_id, account_id, version, hash, removed, sync_node)
        values (${item.externalId}, ${account}, 1, ${hash}, ${item.removed}, ${node}) on conflict do nothing`,
  )
  if (added > 0) {
    if (item.removed) return 'same'
    await postLine(req, account, item, 1)
    touched.add(account)
    if (isNews(item, new Date())) await announcePayment(req, actor, account, item)
    return 'created'
  }
  const [known] = await selectFrom(
    req,
    'statement_lines',
    { account: 'account_id', version: 'version', hash: 'hash', removed: 'removed' },
    sql`where external_id = ${item.externalId} for update`,
  )
  if (!known || known.hash === hash) return 'same'
  if (!known.removed) {
    const entry = lineEntry(item.externalId, known.version)
    await reverse(req, entry, `${entry}:reversal`)
    touched.add(known.account)
  }
  if (!item.removed) {
    await postLine(req, account, item, known.version + 1)
    touched.add(account)
  }
  await execute(
    req,
    sql`update statement_lines set account_id = ${account}, version = ${known.version + 1}, hash = ${hash},
          removed = ${item.removed}, sync_node = ${node}, synced_at = now() where external_id = ${item.externalId}`,
  )
  return known.removed && item.removed ? 'same' : 'changed'
}

/** A line of nothing leaves no posting, but is remembered. */
async function postLine(req: PayloadRequest, account: string, item: StatementLine, version: number): Promise<void> {
  if (item.amount === 0) return
  await post(req, {
    kind: item.kind,
    externalId: lineEntry(item.externalId, version),
    at: item.at,
    currency: item.currency,
    memo: { ...item.memo, line: item.externalId },
    postings: [
      { account: ledgerAccount(account), amount: item.amount },
      { account: erpAccount(item.currency), amount: -item.amount },
    ],
  })
}

async function announcePayment(req: PayloadRequest, actor: Actor, account: string, item: StatementLine): Promise<void> {
  await recordEvent(req, {
    type: 'payment.received',
    entity: 'accounts',
    entityId: account,
    company: item.company,
    actor,
    data: { number: item.memo.number ?? '', sum: { amount: item.amount, currency: item.currency } },
  })
}

async function accountsOfLines(req: PayloadRequest, externalIds: string[]): Promise<Array<{ company: string }>> {
  return query<{ company: string }>(
    req,
    sql`select distinct a.company_id::text as company from statement_lines l join accounts a on a.id = l.account_id
        where l.external_id = any(${list(externalIds)})`,
  )
}

const balance = z.object({
  company: z.uuid(),
  contract: z.uuid().nullable(),
  currency: z.string().length(3),
  amount: z.int(),
  at: z.iso.datetime(),
})
const balancesInput = z.object({ node: z.string().max(63), balances: z.array(balance).max(5_000) })

/**
 * Takes the balances that 1C announces. The ledger's opening entry of the account is set so that
 * the announced sum holds at its moment; a balance older than the last one is left out (`older`).
 */
export const importBalances: ActionDeclaration<typeof balancesInput, Written[]> = defineAction({
  name: 'accounts.importBalances',
  label: { ru: 'Загружены остатки счетов', en: 'Imported balances' },
  input: balancesInput,
  may: ['erp', 'system'],
  remote: false,
  run: async ({ req, input }) => {
    await lockCompanies(
      req,
      input.balances.map(({ company }) => company),
    )
    const touched = new Set<string>()
    const results: Written[] = []
    for (const item of input.balances) {
      const account = await accountFor(req, item)
      const result = await anchor(req, input.node, account, item)
      if (result !== 'older') touched.add(account)
      results.push(result)
    }
    await refreshBalances(req, touched)
    return results
  },
})

async function anchor(
  req: PayloadRequest,
  node: string,
  account: string,
  item: { amount: number; at: string },
): Promise<Written> {
  const [known] = await selectFrom(
    req,
    'account_anchors',
    ['amount', 'at'],
    sql`where account_id = ${account} for update`,
  )
  if (known && isOlder(item.at, known.at)) return 'older'
  await execute(
    req,
    sql`insert into account_anchors (account_id, amount, at, sync_node) values (${account}, ${item.amount}, ${item.at}, ${node})
        on conflict (account_id) do update set amount = excluded.amount, at = excluded.at, sync_node = excluded.sync_node, synced_at = now()`,
  )
  if (!known) return 'created'
  return Number(known.amount) === item.amount ? 'same' : 'changed'
}
