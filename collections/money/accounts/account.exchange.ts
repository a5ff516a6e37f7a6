import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { list, query } from '@/src/mechanisms/database/query'
import { defineResource, type ItemContext, type Outcome } from '@/src/mechanisms/exchange/items/defineResource'
import { currency, externalId, moment, money, reference, toUtc, words } from '@/src/mechanisms/exchange/items/fields'
import { findAll, maybeId, needId } from '@/src/mechanisms/exchange/items/rows'
import { importBalances, importStatement, type Written } from './account.actions'
import { accountLabels as labels } from './account.labels'
import { lineKinds } from './account.rules'

const owner = {
  company: reference('клиент'),
  contract: reference('договор; без него — счёт клиента в целом').nullable().optional(),
  currency,
}

/** РасчетыСКлиентами as a sum: what the account holds at a moment. */
export const balanceResource = defineResource({
  name: 'balances',
  area: 'money',
  title: labels.many,
  about: {
    ru: 'Остаток лицевого счёта на момент: плюс — деньги клиента, минус — его долг. Более старый остаток не принимается',
    en: 'Balance of an account at a moment: positive is the client’s money, negative their debt. An older balance is refused',
  },
  item: z.object({ ...owner, amount: money(), at: moment() }),
  example: { company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01', amount: '-182400.00', at: '2026-11-24T09:00:00' },
  key: ({ company, contract }) => contract ?? company,
  apply: () => Promise.reject(new Error('balances are written together')),
  prepare: prepareOwners,
  applyAll: async (context, items) =>
    together(context, items, async (ready) => {
      const balances = ready.map(({ item, company, contract }) => ({
        company,
        contract,
        currency: item.currency,
        amount: item.amount,
        at: toUtc(item.at, context.node.timezone),
      }))
      return runAction(importBalances, { req: context.req, input: { node: context.node.name, balances }, as: context.actor })
    }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select a.id::text, coalesce(d.external_id, c.external_id) as "externalId", c.external_id as company, d.external_id as contract, a.currency,
                 (a.balance / 100)::numeric(18,2)::text as amount, a.balance_at as at,
                 (select json_build_object('node', n.sync_node, 'at', n.synced_at) from account_anchors n where n.account_id = a.id) as "sync"
          from accounts a join companies c on c.id = a.company_id left join contracts d on d.id = a.contract_id
          where c.external_id = any(${list(ask.externalIds)}) or d.external_id = any(${list(ask.externalIds)})`,
    ),
})

/** Lines of the statement: every movement of the account, each with its identifier. */
export const statementResource = defineResource({
  name: 'statement-lines',
  area: 'money',
  title: { ru: 'Выписка по лицевому счёту', en: 'Account statement' },
  about: {
    ru: 'Строки выписки: плюс — поступило от клиента, минус — списано. Исправленную строку пришлите ещё раз с тем же externalId, удалённую — с removed: true',
    en: 'Lines of the statement: positive came in, negative was charged. Send a corrected line again under its externalId, a deleted one with removed',
  },
  item: z.object({
    externalId,
    ...owner,
    at: moment(),
    amount: money(),
    kind: z.enum(lineKinds).default('other'),
    text: words(300, 'Назначение').optional(),
    number: words(60, 'Номер документа').optional(),
    document: reference('документ').optional(),
    removed: z.boolean().default(false),
  }),
  example: { externalId: 's-0001', company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01', at: '2026-11-20T12:30:00', amount: '50000.00', kind: 'payment', number: '318' },
  apply: () => Promise.reject(new Error('statement lines are written together')),
  prepare: prepareOwners,
  applyAll: async (context, items) =>
    together(context, items, async (ready) => {
      const lines = ready.map(({ item, company, contract }) => ({
        externalId: item.externalId,
        company,
        contract,
        currency: item.currency,
        at: toUtc(item.at, context.node.timezone),
        amount: item.amount,
        kind: item.kind,
        memo: { text: item.text, number: item.number, document: item.document },
        removed: item.removed,
      }))
      return runAction(importStatement, { req: context.req, input: { node: context.node.name, lines }, as: context.actor })
    }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select l.external_id as "externalId", c.external_id as company, d.external_id as contract, a.currency, l.removed, l.version,
                 t.occurred_at as at, t.kind, t.memo->>'number' as number, t.memo->>'text' as text,
                 (coalesce((select sum(p.amount) from ledger_postings p where p.transaction_id = t.id and p.account = 'account:' || a.id), 0)::numeric / 100)::numeric(18,2)::text as amount,
                 json_build_object('node', l.sync_node, 'at', l.synced_at) as "sync"
          from statement_lines l join accounts a on a.id = l.account_id join companies c on c.id = a.company_id left join contracts d on d.id = a.contract_id
          left join ledger_transactions t on t.external_id = 'line:' || l.external_id || '#' || l.version
          where l.external_id = any(${list(ask.externalIds)})`,
    ),
})

type Owned = { company: string; contract?: string | null }
type Ready<Item> = { item: Item; company: string; contract: string | null; place: number }

async function prepareOwners(context: ItemContext, items: readonly Owned[]): Promise<void> {
  await findAll(context, 'companies', items.map(({ company }) => company))
  await findAll(context, 'contracts', items.map(({ contract }) => contract))
}

/** Writes the items whose company and contract are known in one call; the others wait. */
async function together<Item extends Owned>(
  context: ItemContext,
  items: readonly Item[],
  write: (ready: Ready<Item>[]) => Promise<Written[]>,
): Promise<Array<Outcome | Error>> {
  const outcomes: Array<Outcome | Error> = []
  const ready: Ready<Item>[] = []
  for (const [place, item] of items.entries()) {
    try {
      const company = await needId(context, 'companies', item.company, 'company')
      const contract = (await maybeId(context, 'contracts', item.contract, 'contract')) ?? null
      if (contract) await requireOwner(context, contract, company)
      ready.push({ item, company, contract, place })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      outcomes[place] = error
    }
  }
  const written = ready.length > 0 ? await write(ready) : []
  for (const [index, { place }] of ready.entries()) outcomes[place] = outcomeOf(written[index])
  return outcomes
}

function outcomeOf(word: Written | undefined): Outcome | Error {
  if (word === undefined) return new Error('A written item came back without a word')
  return word === 'older' ? new AppError('exchange.older', {}, { status: 409, field: 'at' }) : { result: word }
}

async function requireOwner(context: ItemContext, contract: string, company: string): Promise<void> {
  const key = `owner ${contract}`
  let found = context.found.get(key)
  if (!found) {
    const [row] = await query<{ company: string }>(context.req, sql`select company_id::text as company from contracts where id = ${contract}`)
    found = row?.company ?? ''
    context.found.set(key, found)
  }
  if (found !== company) throw new AppError('exchange.contractForeign', {}, { status: 422, field: 'contract' })
}
