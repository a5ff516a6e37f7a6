import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { builders } from '@/tests/builders/builders'
import { countRows, listIssues } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { rawDialogue } from '@/tests/support/onec'
import { at, childText, plainXml, type Plain } from '@/tests/support/plain-xml'
import { describeReal, ownExports, sharedData } from '@/tests/support/shared'

const ground = exchangeGround()

type Told = { id: string; number: string; total: number; lines: number; sum: number; clients: string[] }
const kopecks = (text: string | null): number =>
  Math.round(Number((text ?? '0').replace(/\s/g, '').replace(',', '.')) * 100)

/** Orders as the text of a file tells them. */
function ordersIn(folder: string, name: string): { xml: Buffer; orders: Told[] } {
  const xml = readFileSync(path.join(folder, name))
  const documents = at(plainXml(iconv.decode(xml, name.startsWith('orders/') ? 'windows-1251' : 'utf-8')), 'Документ')
  return { xml, orders: documents.map(told) }
}
function told(document: Plain): Told {
  const lines = at(document, 'Товары/Товар')
  return {
    id: childText(document, 'Ид') || childText(document, 'Номер') || '',
    number: childText(document, 'Номер1С') || valueOf(document, 'Номер по 1С') || childText(document, 'Номер') || '',
    total: kopecks(childText(document, 'Сумма')),
    lines: lines.length,
    sum: lines.reduce((sum, line) => sum + kopecks(childText(line, 'Сумма')), 0),
    clients: at(document, 'Контрагенты/Контрагент').flatMap((party) => childText(party, 'Ид') || []),
  }
}
const valueOf = (document: Plain, name: string): string | null =>
  childText(
    document.children
      .filter((one) => one.name === 'ЗначенияРеквизитов')
      .flatMap((one) => one.children)
      .find((one) => childText(one, 'Наименование') === name),
    'Значение',
  )

async function play(name: string, xml: Buffer): Promise<string> {
  const oneC = await rawDialogue(ground.url, 'sale')
  expect(await oneC.init()).toMatch(/^zip=(yes|no)\nfile_limit=\d+$/)
  expect(await oneC.file(name, new Uint8Array(xml))).toBe('success')
  return oneC.import(name)
}

/** How many documents a file has, how many of them can be orders of their own, in which states they come, and how many are paid. */
type Known = { documents: number; orders: number; states: Record<string, number>; paid: number }
const OWN: [string, Known][] = [
  ['orders/orders.xml', { documents: 1, orders: 1, states: { submitted: 1 }, paid: 0 }],
  ['orders/empty.xml', { documents: 0, orders: 0, states: {}, paid: 0 }],
  ['split-3.1/documents/1/documents.xml', { documents: 2, orders: 2, states: { confirmed: 1, shipped: 1 }, paid: 0 }],
]
const REAL: [string, Known][] = [
  ['orders/orders.xml', { documents: 1, orders: 1, states: { closed: 1 }, paid: 1 }],
  ['orders/bitrix-query-response-full.xml', { documents: 2, orders: 2, states: { confirmed: 2 }, paid: 0 }],
  ['orders/bitrix-query-response-empty.xml', { documents: 0, orders: 0, states: {}, paid: 0 }],
  // Two of the three only tell the state of orders that were made elsewhere: no client, no lines.
  ['small/orders.xml', { documents: 3, orders: 1, states: { confirmed: 1 }, paid: 0 }],
  [
    'v3.1/bitrix-module-6/documents/1/documents.xml',
    { documents: 20, orders: 20, states: { confirmed: 7, shipped: 7, submitted: 6 }, paid: 0 },
  ],
  [
    'v3.1/bitrix-module-6/documents/2/documents.xml',
    { documents: 4, orders: 4, states: { confirmed: 1, shipped: 2, submitted: 1 }, paid: 0 },
  ],
]

/** Orders of known clients come with their numbers, sums, lines and states, once. */
async function comeOnce(folder: string, name: string, known: Known): Promise<void> {
  const { xml, orders } = ordersIn(folder, name)
  expect(orders).toHaveLength(known.documents)
  const whole = orders.filter(({ clients }) => clients.length > 0)
  expect(whole).toHaveLength(known.orders)
  const make = builders(ground.payload)
  for (const client of new Set(whole.map(({ clients }) => String(clients[0]))))
    await make.company({ externalId: client })
  for (let round = 0; round < 2; round += 1) {
    expect(await play('orders-1_1.xml', xml)).toBe('success')
    const kept = await query<{ id: string; number: string; total: number; lines: number; sum: number; client: string }>(
      ground.payload,
      sql`select o.external_id as id, o.number, o.total::float8 as total, (select count(*)::int from order_lines l where l.order_id = o.id) as lines,
                 (select coalesce(sum(l.total), 0)::float8 from order_lines l where l.order_id = o.id) as sum, c.external_id as client
          from orders o join companies c on c.id = o.company_id order by o.external_id`,
    )
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
    expect(kept.sort(byId)).toEqual(
      whole.map(({ clients, number, ...one }) => ({ ...one, number: number.trim(), client: clients[0] })).sort(byId),
    )
  }
  const found = await query<{ status: string; count: number }>(
    ground.payload,
    sql`select status::text, count(*)::int as count from orders group by 1`,
  )
  expect(Object.fromEntries(found.map((row) => [row.status, row.count]))).toEqual(known.states)
  expect(await countRows(ground.payload, 'orders', 'paid = total and total > 0')).toBe(known.paid)
  expect(
    (await listIssues(ground.payload))
      .filter(({ status }) => status === 'parked')
      .map(({ external, code }) => ({ external, code })),
  ).toEqual(
    orders
      .filter(({ clients }) => clients.length === 0)
      .map(({ id }) => ({ external: id, code: 'order.unknownClient' })),
  )
  expect(await countRows(ground.payload, 'exchange_files', `status = 'done'`)).toBe(2)
}

/** Orders whose client nobody knows wait, each with a reason. */
async function wait(folder: string, name: string, { documents }: Known): Promise<void> {
  const { xml, orders } = ordersIn(folder, name)
  expect(await play('orders-1_1.xml', xml)).toBe('success')
  expect(await countRows(ground.payload, 'orders')).toBe(0)
  const issues = await listIssues(ground.payload)
  expect(
    issues
      .map(({ external, code, status }) => ({ external, code, status }))
      .sort((a, b) => (String(a.external) < String(b.external) ? -1 : 1)),
  ).toEqual(
    orders
      .map(({ id }) => ({ external: id, code: 'order.unknownClient', status: 'parked' }))
      .sort((a, b) => (a.external < b.external ? -1 : 1)),
  )
  expect(issues).toHaveLength(documents)
  expect(issues[0]?.message).toMatch(/^Заказ .+: клиента с таким контрагентом в кабинете нет$/)
}

function walk(folder: string, files: [string, Known][]): void {
  it.each(files)('%s: orders of known clients come with their numbers, sums, lines and states, once', (name, known) =>
    comeOnce(folder, name, known),
  )
  it.each(files.filter(([, { documents }]) => documents > 0))(
    '%s: orders whose client nobody knows wait, each with a reason',
    (name, known) => wait(folder, name, known),
  )
}

describe('[EXCH-23] every file of orders of the project’s own, through the dialogue of orders', () =>
  walk(ownExports, OWN))

describeReal('[EXCH-23] every file of orders, through the dialogue of orders', () =>
  walk(sharedData('commerceml'), REAL),
)
