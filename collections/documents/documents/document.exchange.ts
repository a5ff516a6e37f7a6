import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { execute, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { currencyOf } from '@/src/mechanisms/exchange/items/currencyOf'
import { defineResource, type ItemContext, type Outcome } from '@/src/mechanisms/exchange/items/defineResource'
import { currency, day, externalId, money, quantity, reference, words } from '@/src/mechanisms/exchange/items/fields'
import {
  matchesKeys,
  findAll,
  findId,
  maybeId,
  needId,
  passportOf,
  upsert,
  waitFor,
} from '@/src/mechanisms/exchange/items/rows'
import {
  shownDay,
  shownFlag,
  shownId,
  shownMoment,
  shownMoney,
  shownSync,
  shownText,
} from '@/src/mechanisms/exchange/items/shown'
import { sourceId } from '@/src/mechanisms/exchange/items/sourceIds'
import { bareId } from '@/src/mechanisms/exchange/source'
import { fromBase64, MAX_PDF, storePdf } from '../document-files/storePdf'
import { documentLabels as labels } from './document.labels'

type Kind = keyof typeof labels.options.kind
// Object.keys forgets that the keys are the kinds.
const kinds = Object.keys(labels.options.kind) as [Kind, ...Kind[]]

/** A document older than this is history that 1C hands over, not news. */
const NEWS_MS = 30 * 86_400_000

/** Base64 takes four signs for three bytes; line ends come on top. */
const MAX_BASE64 = MAX_PDF * 1.45

/** СчетНаОплату, РеализацияТоваровУслуг, Акт, СчетФактура, СверкаВзаиморасчетов … and the PDF of each. */
export const documentResource = defineResource({
  name: 'documents',
  reads: 'document',
  area: 'documents',
  table: 'documents',
  title: labels.many,
  about: {
    ru: 'Учётные документы. Файл — PDF до 5 МБ: в поле file (base64) или отдельно, POST /documents/{externalId}/file',
    en: 'Accounting documents. The file is a PDF up to 5 MB: in the field file (base64) or apart, POST /documents/{externalId}/file',
  },
  item: z.object({
    externalId,
    company: reference('клиент'),
    contractor: reference('контрагент').nullable().optional(),
    contract: reference('договор').nullable().optional(),
    order: reference('заказ: идентификатор в 1С или номер в кабинете').nullable().optional(),
    kind: z.enum(kinds),
    number: words(60).min(1, 'input.required'),
    date: day('Дата документа'),
    total: money().optional(),
    paid: money().optional(),
    dueDate: day('Оплатить до').nullable().optional(),
    currency: currency.optional(),
    goods: z
      .array(z.object({ sku: sourceId(words(200)).nullable().optional(), name: words(1000), qty: quantity() }))
      .max(2000)
      .describe('Что отгружено по накладной: из этого складывается «отгружено» в строках заказа')
      .optional(),
    cancelled: z.boolean().optional().describe('Документ отменён или помечен на удаление'),
    file: z
      .string()
      .refine((text) => text.length <= MAX_BASE64, { error: 'file.tooLarge', params: { max: MAX_PDF / 1024 / 1024 } })
      .describe('PDF в base64')
      .optional(),
  }),
  example: {
    externalId: 'i-0318',
    company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01',
    contract: 'd-001',
    kind: 'invoice',
    number: '318',
    date: '2026-11-20',
    total: '182400.00',
    dueDate: '2026-12-01',
  },
  prepare: async (context, items) => {
    await findAll(
      context,
      'companies',
      items.map(({ company }) => company),
    )
    await findAll(
      context,
      'contractors',
      items.map(({ contractor }) => contractor),
    )
    await findAll(
      context,
      'contracts',
      items.map(({ contract }) => contract),
    )
  },
  apply: async (context, item) => {
    const company = await needId(context, 'companies', item.company, 'company')
    const contract = await maybeId(context, 'contracts', item.contract, 'contract')
    const order = await orderOf(context, item.order, company)
    const currency =
      item.currency ??
      (await currencyOf(context, 'documents', item.externalId, [
        ['orders', order],
        ['contracts', contract],
        ['companies', company],
      ]))
    const { id, result, former } = await upsert(
      context,
      'documents',
      item.externalId,
      {
        company_id: company,
        contractor_id: await maybeId(context, 'contractors', item.contractor, 'contractor'),
        contract_id: contract,
        order_id: order,
        kind: item.kind,
        number: item.number,
        date: item.date,
        total: item.total,
        paid: item.paid,
        due_date: item.dueDate,
        currency: item.currency,
        goods: item.goods && JSON.stringify(item.goods),
        cancelled: item.cancelled,
      },
      { currency, paid: 0, total: 0, cancelled: false },
    )
    const filed =
      item.file === undefined ? 'same' : (await attachFile(context, item.externalId, fromBase64(item.file))).result
    if ((result === 'created' || former) && !item.cancelled && Date.now() - Date.parse(item.date) < NEWS_MS)
      await announce(context, id, company)
    return { id, result: result === 'same' ? filed : result }
  },
  gives: z.object({
    id: z.string(),
    externalId: shownId,
    company: shownId,
    contractor: shownId,
    contract: shownId,
    order: shownId,
    kind: shownText,
    number: shownText,
    date: shownDay,
    total: shownMoney,
    paid: shownMoney,
    dueDate: shownDay,
    currency: shownText,
    goods: z.array(z.object({ sku: shownId, name: shownText, qty: shownText })).nullable(),
    cancelled: shownFlag,
    hasFile: shownFlag,
    seenAt: shownMoment,
    sync: shownSync,
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select d.id::text, d.external_id as "externalId", c.external_id as company, k.external_id as contractor, t.external_id as contract, coalesce(o.external_id, o.number) as "order",
                 d.kind::text, d.number, to_char(d.date at time zone 'UTC', 'YYYY-MM-DD') as date, (d.total / 100)::numeric(18,2)::text as total,
                 (d.paid / 100)::numeric(18,2)::text as paid, to_char(d.due_date at time zone 'UTC', 'YYYY-MM-DD') as "dueDate", d.currency, d.cancelled,
                 (select json_agg(json_build_object('sku', g.one->>'sku', 'name', g.one->>'name', 'qty', trim_scale((g.one->>'qty')::numeric / 1000)::text) order by g.place)
                  from jsonb_array_elements(d.goods) with ordinality as g(one, place)) as goods,
                 d.file_id is not null as "hasFile", d.seen_at as "seenAt", ${passportOf('d')}
          from documents d join companies c on c.id = d.company_id left join contractors k on k.id = d.contractor_id
          left join contracts t on t.id = d.contract_id left join orders o on o.id = d.order_id where ${matchesKeys(ask, 'd')}`,
    ),
})

/**
 * Puts a PDF to a document that 1C sent before; the same bytes again change nothing.
 * @throws AppError of `waitFor` when there is no such document, `file.*` 422
 */
export async function attachFile(context: ItemContext, externalId: string, bytes: Buffer): Promise<Outcome> {
  const [document] = await selectFrom(
    context.req,
    'documents',
    { id: 'id', company: 'company_id', kind: 'kind', number: 'number', file: 'file_id' },
    sql`where external_id = ${externalId} for update`,
  )
  if (!document) throw waitFor('documents', externalId, 'externalId')
  const title = `${labels.options.kind[document.kind].ru} ${document.number}`
  const file = await storePdf(context.req, { bytes, title, company: document.company, previous: document.file })
  if (file.same) return { id: document.id, result: 'same' }
  await execute(
    context.req,
    sql`update documents set file_id = ${file.id}, synced_at = now(), updated_at = now() where id = ${document.id}`,
  )
  return { id: document.id, result: document.file ? 'changed' : 'created' }
}

async function orderOf(
  context: ItemContext,
  order: string | null | undefined,
  company: string,
): Promise<string | null | undefined> {
  if (!order) return order
  const known = await findId(context, 'orders', order)
  if (known) return known
  const [row] = await selectFrom(
    context.req,
    'orders',
    ['id'],
    sql`where number = ${bareId(order)} and company_id = ${company}`,
  )
  if (!row) throw waitFor('orders', order, 'order')
  return row.id
}

/** What people hear of is the document as it stands: an item that was sent again may leave its sum and currency out. */
async function announce({ req, actor }: ItemContext, id: string, company: string): Promise<void> {
  const [row] = await query<{ kind: Kind; number: string; date: string; total: number; currency: string }>(
    req,
    sql`select kind::text as kind, number, to_char(date at time zone 'UTC', 'YYYY-MM-DD') as date, coalesce(total, 0)::float8 as total, currency from documents where id = ${id}`,
  )
  if (!row) return
  const { kind, number, date, total, currency } = row
  const label = labels.options.kind[kind]
  await recordEvent(req, {
    type: 'document.published',
    entity: 'documents',
    entityId: id,
    company,
    actor,
    data: {
      kind,
      number,
      document: label,
      date: { date },
      sum: { amount: total, currency },
    },
  })
}
