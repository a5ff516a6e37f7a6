import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { toUtc } from '@/src/lib/toUtc'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { list, query } from '@/src/mechanisms/database/query'
import {
  defineResource,
  type ItemContext,
  type Outcome,
  type Warning,
} from '@/src/mechanisms/exchange/items/defineResource'
import { currency, externalId, moment, money, reference, toldAt, words } from '@/src/mechanisms/exchange/items/fields'
import { findAll, maybeId, needId } from '@/src/mechanisms/exchange/items/rows'
import {
  shownFlag,
  shownId,
  shownMoment,
  shownMoney,
  shownNumber,
  shownSync,
  shownText,
} from '@/src/mechanisms/exchange/items/shown'
import { importBalances, importStatement, type Written } from './account.actions'
import { accountLabels as labels } from './account.labels'
import { lineKinds } from './account.rules'

const owner = {
  company: reference('клиент'),
  contract: reference('договор; без него — счёт клиента в целом').nullable().optional(),
  currency: currency.optional().describe('Код валюты ISO 4217; без него — валюта договора или клиента'),
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
      const balances = ready.map(({ item, company, contract, currency, warnings }) => ({
        company,
        contract,
        currency,
        amount: item.amount,
        at: toldAt(item.at, context.node.timezone, 'at', warnings),
      }))
      return runAction(importBalances, {
        req: context.req,
        input: { node: context.node.name, balances },
        as: context.actor,
      })
    }),
  gives: z.object({
    id: z.string(),
    externalId: shownId,
    company: shownId,
    contract: shownId,
    currency: shownText,
    amount: shownMoney,
    at: shownMoment,
    sync: shownSync,
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

const statementItem = z.object({
  externalId,
  ...owner,
  at: moment(),
  amount: money(),
  kind: z.enum(lineKinds).optional().describe('Новая строка без него — other'),
  text: words(300, 'Назначение').nullable().optional(),
  number: words(60, 'Номер документа').nullable().optional(),
  document: reference('документ').nullable().optional(),
  removed: z.boolean().optional().describe('true — строка удалена, false — возвращена'),
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
  item: statementItem,
  example: {
    externalId: 's-0001',
    company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01',
    at: '2026-11-20T12:30:00',
    amount: '50000.00',
    kind: 'payment',
    number: '318',
  },
  apply: () => Promise.reject(new Error('statement lines are written together')),
  prepare: prepareOwners,
  applyAll: async (context, items) =>
    together(context, await withStored(context, items), async (ready) => {
      const lines = ready.map(({ item, company, contract, currency }) => ({
        externalId: item.externalId,
        company,
        contract,
        currency,
        at: toUtc(item.at, context.node.timezone),
        amount: item.amount,
        kind: item.kind ?? 'other',
        memo: { text: item.text ?? undefined, number: item.number ?? undefined, document: item.document ?? undefined },
        removed: item.removed ?? false,
      }))
      return runAction(importStatement, {
        req: context.req,
        input: { node: context.node.name, lines },
        as: context.actor,
      })
    }),
  gives: z.object({
    externalId: shownId,
    company: shownId,
    contract: shownId,
    currency: shownText,
    removed: shownFlag,
    version: shownNumber,
    at: shownMoment,
    kind: shownText,
    number: shownText,
    text: shownText,
    document: shownId,
    amount: shownMoney,
    sync: shownSync,
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select l.external_id as "externalId", c.external_id as company, d.external_id as contract, a.currency, l.removed, l.version,
                 t.occurred_at as at, t.kind, t.memo->>'number' as number, t.memo->>'text' as text, t.memo->>'document' as document,
                 (coalesce((select sum(p.amount) from ledger_postings p where p.transaction_id = t.id and p.account = 'account:' || a.id), 0)::numeric / 100)::numeric(18,2)::text as amount,
                 json_build_object('node', l.sync_node, 'at', l.synced_at) as "sync"
          from statement_lines l join accounts a on a.id = l.account_id join companies c on c.id = a.company_id left join contracts d on d.id = a.contract_id
          left join ledger_transactions t on t.external_id = 'line:' || l.external_id || '#' || l.version
          where l.external_id = any(${list(ask.externalIds)})`,
    ),
})

type Owned = { company: string; contract?: string | null; currency?: string }
type Ready<Item> = {
  item: Item
  company: string
  contract: string | null
  currency: string
  place: number
  warnings: Warning[]
}

async function prepareOwners(context: ItemContext, items: readonly Owned[]): Promise<void> {
  await findAll(
    context,
    'companies',
    items.map(({ company }) => company),
  )
  await findAll(
    context,
    'contracts',
    items.map(({ contract }) => contract),
  )
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
      const own = await ownerOf(context, contract ? 'contracts' : 'companies', contract ?? company)
      if (own.company !== company)
        throw new AppError('exchange.contractForeign', {}, { status: 422, field: 'contract' })
      ready.push({ item, company, contract, currency: item.currency ?? own.currency, place, warnings: [] })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      outcomes[place] = error
    }
  }
  const written = ready.length > 0 ? await write(ready) : []
  for (const [index, { place, warnings }] of ready.entries()) outcomes[place] = outcomeOf(written[index], warnings)
  return outcomes
}

function outcomeOf(word: Written | undefined, warnings: Warning[]): Outcome | Error {
  if (word === undefined) return new Error('A written item came back without a word')
  return word === 'older'
    ? new AppError('exchange.older', {}, { status: 409, field: 'at' })
    : { result: word, warnings }
}

/** Whose a client or a contract is, and its currency; asked once for a batch. */
async function ownerOf(
  context: ItemContext,
  table: 'companies' | 'contracts',
  id: string,
): Promise<{ company: string; currency: string }> {
  const key = `owner ${id}`
  const known = context.found.get(key)?.split(' ')
  if (known) return { company: known[0] ?? '', currency: known[1] ?? '' }
  const company = table === 'companies' ? sql`id` : sql`company_id`
  const [row] = await query<{ company: string; currency: string }>(
    context.req,
    sql`select ${company}::text as company, currency from ${sql.identifier(table)} where id = ${id}`,
  )
  const found = row ?? { company: '', currency: '' }
  context.found.set(key, `${found.company} ${found.currency}`)
  return found
}

type Line = z.output<typeof statementItem>
type Stored = Pick<
  Line,
  'externalId' | 'company' | 'contract' | 'currency' | 'kind' | 'text' | 'number' | 'document' | 'removed'
>

/** Lines with what they leave out as it was told before; a line that went over to another client brings its own. */
async function withStored({ req }: ItemContext, items: readonly Line[]): Promise<Line[]> {
  const rows = await query<Stored>(
    req,
    sql`select l.external_id as "externalId", c.external_id as company, d.external_id as contract, a.currency, l.removed, t.kind,
               t.memo->>'text' as text, t.memo->>'number' as number, t.memo->>'document' as document
        from statement_lines l join accounts a on a.id = l.account_id join companies c on c.id = a.company_id left join contracts d on d.id = a.contract_id
        left join lateral (select t.kind, t.memo from ledger_transactions t where t.external_id in ('line:' || l.external_id || '#' || l.version, 'line:' || l.external_id || '#' || (l.version - 1))
                           order by t.external_id = 'line:' || l.external_id || '#' || l.version desc limit 1) t on true
        where l.external_id = any(${list(items.map(({ externalId }) => externalId))})`,
  )
  const stored = new Map(rows.map((row) => [row.externalId, row]))
  return items.map((item) => {
    const before = stored.get(item.externalId)
    if (!before) return item
    const { company, contract, currency: unit, ...rest } = before
    return {
      ...rest,
      kind: rest.kind ?? undefined,
      ...(company === item.company ? { contract, currency: unit } : {}),
      ...item,
    }
  })
}
