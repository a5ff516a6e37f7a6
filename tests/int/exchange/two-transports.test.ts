import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { orderGives } from '@/collections/sales/orders/outgoing/asItem'
import { FORMS, REST_ALONE } from '@/collections/sales/orders/outgoing/oneRoad'
import { orderLabels } from '@/collections/sales/orders/order.labels'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { paymentLabel } from '@/collections/sales/payment-methods/definePaymentMethod'
import { say } from '@/src/lib/i18n'
import { parseDecimal } from '@/src/lib/decimal'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { writeChange } from '@/src/mechanisms/exchange/changeFeed'
import type { OrderRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { builders, type Builders } from '@/tests/builders/builders'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { makeExchangeNode, oneCAt } from '@/tests/support/onec'
import { hashToken } from '@/src/mechanisms/exchange/nodeSecrets'

type Item = z.output<typeof orderGives>
type Line = { xml: OrderRecord['lines'][number]; item: Item['lines'][number] }
type Changes = { changes: Array<{ event: string; entityId: string; item: Item }>; last: number }

const ground = exchangeGround()
let make: Builders
let company: string

const rest = async <Answer>(path: string, token = 'token', body?: object): Promise<Answer> => {
  const answer = await fetch(`${ground.url}/api/1c/v1/${path}`, {
    headers: { authorization: `Bearer ${token}` },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })
  expect(answer.status).toBe(200)
  return answer.json() as Promise<Answer>
}
const due = async (token?: string): Promise<Item[]> =>
  (await rest<{ items: Item[] }>('orders?exported=false', token)).items
const changes = (token?: string): Promise<Changes> => rest('changes?entity=orders', token)
const acknowledge = (seq: number, token?: string): Promise<unknown> =>
  rest('changes/ack', token, { entity: 'orders', seq })
const announce = async (entityId: string): Promise<void> =>
  writeChange(await createLocalReq({}, ground.payload), {
    entity: 'orders',
    entityId,
    event: 'order.submitted',
    origin: null,
  })
const stored = async (): Promise<unknown> =>
  (
    await query(
      ground.payload,
      sql`select exported_at is not null as has, unsent_since is not null as unsent, taken_by_id::text as base, offered_to_id::text as offered from orders`,
    )
  )[0]

async function placeOrder(number = 'К-1', fields: Record<string, unknown> = {}): Promise<string> {
  const { sku } = await make.product()
  await execute(ground.payload, sql`update skus set external_id = ${crypto.randomUUID()} where id = ${sku}`)
  const order = await make.order({ companyId: company, number, total: 240_00, vat: 40_00, ...fields })
  await make.orderLine({ orderId: order, companyId: company, skuId: sku, qty: 2_000, price: 1_200_000, total: 240_00 })
  return order
}

/** The client takes an order back. */
async function withdraw(order: string): Promise<void> {
  const user = await make.user({ companies: [company] })
  await runAction(transitionAction, {
    req: await make.as('users', user),
    input: { entity: 'orders', id: order, transition: 'withdraw' },
  })
}

const money = (text: string | null): number => (text === null ? 0 : parseDecimal(text, 2))
const contact = ({ counterparties: [party] }: OrderRecord, type: string): string | null =>
  party?.contacts.find((one) => one.type === type)?.value ?? null

/** What each transport says, field by field of REST. */
const FIELDS: Record<string, (xml: OrderRecord, item: Item) => [unknown, unknown]> = {
  id: (xml, item) => [xml.externalId, item.id],
  number: (xml, item) => [xml.number, item.number],
  state: (xml, item) => [
    [xml.statusName, xml.cancelled],
    [say(orderWorkflow.states[String(item.state)]?.label ?? { ru: '', en: '' }, 'ru'), item.state === 'cancelled'],
  ],
  'payer.id': (xml, item) => [xml.counterparties[0]?.externalId, item.payer.externalId ?? item.payer.id],
  'payer.externalId': (xml, item) => [xml.counterparties[0]?.externalId, item.payer.externalId ?? item.payer.id],
  'payer.kind': (xml, item) => [xml.counterparties[0]?.kpp !== null, item.payer.kind === 'legal'],
  'payer.name': (xml, item) => [xml.counterparties[0]?.name, item.payer.name],
  'payer.legalName': (xml, item) => [xml.counterparties[0]?.legalName, item.payer.legalName],
  'payer.inn': (xml, item) => [xml.counterparties[0]?.inn, item.payer.inn],
  'payer.kpp': (xml, item) => [xml.counterparties[0]?.kpp, item.payer.kpp],
  'payer.address': (xml, item) => [xml.counterparties[0]?.address, item.payer.address],
  'payer.email': (xml, item) => [contact(xml, 'Почта'), item.payer.email],
  'payer.phone': (xml, item) => [contact(xml, 'Телефон рабочий'), item.payer.phone],
  contractNumber: (xml, item) => [xml.requisites['Договор'] ?? null, item.contractNumber],
  warehouse: (xml, item) => [xml.warehouseExternalId, item.warehouse],
  placedAt: (xml, item) => [xml.date, item.placedAt],
  wantedDate: (xml, item) => [xml.requisites['Желаемая дата отгрузки'] ?? null, item.wantedDate],
  plannedDate: (xml, item) => [xml.requisites['Плановая дата отгрузки'] ?? null, item.plannedDate],
  deliveryMethod: (xml, item) => [
    xml.requisites['Способ доставки'],
    say(orderLabels.options.deliveryMethod[item.deliveryMethod as 'pickup'], 'ru'),
  ],
  deliveryAddress: (xml, item) => [xml.requisites['Адрес доставки'] ?? null, item.deliveryAddress],
  paymentMethod: (xml, item) => [xml.requisites['Метод оплаты'], say(paymentLabel(String(item.paymentMethod)), 'ru')],
  comment: (xml, item) => [xml.comment, item.comment],
  clientReference: (xml, item) => [xml.requisites['Номер заказа клиента'] ?? null, item.clientReference],
  total: (xml, item) => [xml.total, money(item.total)],
  discount: (xml, item) => [xml.discount, money(item.discount)],
  paid: (xml, item) => [xml.paid, money(item.paid) >= money(item.total)],
  currency: (xml, item) => [xml.currency, item.currency],
  'author.id': (xml, item) => [xml.counterparties[0]?.representatives[0]?.externalId, item.author?.id],
  'author.name': (xml, item) => [xml.counterparties[0]?.representatives[0]?.name, item.author?.name],
}
const LINE_FIELDS: Record<string, (line: Line) => [unknown, unknown]> = {
  'lines.sku': ({ xml, item }) => [xml.externalId, item.sku],
  'lines.service': ({ xml, item }) => [xml.requisites['ВидНоменклатуры'] === 'Услуга', item.service],
  'lines.name': ({ xml, item }) => [xml.name, item.name],
  'lines.article': ({ xml, item }) => [xml.article, item.article],
  'lines.unit': ({ xml, item }) => [xml.unit?.name, item.unit ?? 'шт'],
  'lines.qty': ({ xml, item }) => [xml.qty, parseDecimal(String(item.qty), 3)],
  'lines.price': ({ xml, item }) => [xml.price, parseDecimal(String(item.price), 4)],
  'lines.discount': ({ xml, item }) => [xml.discount, money(item.discount)],
  'lines.total': ({ xml, item }) => [xml.total, money(item.total)],
  'lines.vatRate': ({ xml, item }) => [xml.vat[0]?.rate ?? null, item.vatRate],
  'lines.vat': ({ xml, item }) => [xml.vat[0]?.sum ?? 0, money(item.vat)],
}

/** Every field of what REST gives, the ones within with a dot. */
const namesOf = (): string[] =>
  Object.entries(orderGives.shape).flatMap(([name, schema]) => {
    const inner = {
      payer: orderGives.shape.payer,
      author: orderGives.shape.author.unwrap(),
      lines: orderGives.shape.lines.element,
    }
    const shape = name in inner ? inner[name as keyof typeof inner].shape : null
    return shape && schema ? Object.keys(shape).map((part) => `${name}.${part}`) : [name]
  })

function compare(xml: OrderRecord, item: Item): void {
  for (const [field, both] of Object.entries(FIELDS)) {
    const [one, other] = both(xml, item)
    expect({ field, value: one }).toEqual({ field, value: other })
  }
  expect(xml.lines).toHaveLength(item.lines.length)
  for (const [place, line] of xml.lines.entries()) {
    for (const [field, both] of Object.entries(LINE_FIELDS)) {
      const [one, other] = both({ xml: line, item: item.lines[place] as Line['item'] })
      expect({ field, place, value: one }).toEqual({ field, place, value: other })
    }
  }
}

describe('an order on its way to 1C, by both transports', () => {
  beforeEach(async () => {
    make = builders(ground.payload)
    await execute(ground.payload, sql`update exchange_nodes set token_hash = ${hashToken('token')}`)
    company = await make.company({ externalId: 'co-1', inn: '7707083893', kpp: '770701001', legalName: 'ООО «Первый»' })
  })

  it('every field is compared, or declared to be of one transport', () => {
    const known = [...Object.keys(FIELDS), ...Object.keys(LINE_FIELDS), ...Object.keys(REST_ALONE)]
    expect(known.sort()).toEqual(namesOf().sort())
    expect(Object.keys(FORMS).filter((field) => !(field in FIELDS) && !(field in LINE_FIELDS))).toEqual([])
  })

  it('[EXCH-22] says the same of its payer, its dates, its sums and its lines', async () => {
    const contractor = await make.contractor({
      companyId: company,
      externalId: 'k-1',
      name: 'Лютик',
      legalName: 'ООО «Лютик»',
      inn: '7736050003',
      kpp: '773601001',
      legalAddress: 'Москва',
    })
    const author = await make.user({
      companies: [company],
      name: 'Анна',
      email: 'anna@example.com',
      phone: '+74950000002',
    })
    const order = await make.order({
      companyId: company,
      authorId: author,
      contractorId: contractor,
      contractId: await make.contract({ companyId: company, externalId: 'c-1', number: 'Д-9' }),
      warehouseId: await make.warehouse({ externalId: 'w-1' }),
      number: 'К-1',
      placedAt: new Date('2026-11-20T22:30:00Z'),
      currency: 'USD',
      total: 185_00,
      paid: 185_00,
      vat: 15_83,
      paymentMethod: 'credit',
      deliveryMethod: 'delivery',
      deliveryAddress: 'Склад, 5',
      comment: 'до обеда',
      clientReference: 'PO-1',
      wantedDate: new Date('2026-12-01'),
      plannedDate: new Date('2026-12-03'),
    })
    const { sku } = await make.product()
    await execute(ground.payload, sql`update skus set external_id = 'p-1#ch' where id = ${sku}`)
    const line = { orderId: order, companyId: company, discount: 0, shippedQty: 0 }
    await insertRow(ground.payload, 'order_lines', {
      ...line,
      position: 1,
      skuId: sku,
      name: 'Дрель',
      article: 'А-1',
      unit: 'кг',
      qty: 2_500,
      price: 400_001,
      discount: 5_00,
      total: 95_00,
      vatRate: 20,
    })
    await insertRow(ground.payload, 'order_lines', {
      ...line,
      position: 2,
      name: 'Доставка',
      qty: 1_000,
      price: 1_000_000,
      total: 100_00,
      vatRate: null,
    })
    const plain = await placeOrder('К-2', { authorId: author, placedAt: new Date('2026-11-20T23:30:00Z') })
    const [first, second] = await oneCAt(ground.url).fetchOrders()
    const items = await due()
    expect(items.map(({ id }) => id)).toEqual([order, plain])
    expect(first?.record.paid).toBe(true)
    expect(second?.record.paid).toBe(false)
    expect(items[0]).toMatchObject({ discount: '10.00', payer: { externalId: 'k-1', kpp: '773601001' } })
    compare(first?.record as OrderRecord, items[0] as Item)
    compare(second?.record as OrderRecord, items[1] as Item)
    await announce(order)
    expect((await changes()).changes.map(({ item }) => item)).toEqual([items[0]])
  })

  it('[EXCH-22] is due by the same rule: changed since, or cancelled after it was given, but not before', async () => {
    const order = await placeOrder('К-1')
    await withdraw(await placeOrder('К-2'))
    const oneC = oneCAt(ground.url)
    const both = async (): Promise<string[][]> => [
      (await oneC.fetchOrders()).map(({ number }) => number),
      (await due()).map(({ number }) => String(number)),
    ]
    expect(await both()).toEqual([['К-1'], ['К-1']])
    await oneC.confirmOrders()
    expect(await both()).toEqual([[], []])
    await withdraw(order)
    expect(await both()).toEqual([['К-1'], ['К-1']])
  })

  it('[EXCH-22] is kept for the base that was given it first, by whichever transport, and goes to another when that one is gone', async () => {
    const other = await makeExchangeNode(ground.payload, { name: 'УНФ', login: '1c-2', token: 'token-2' })
    const order = await placeOrder()
    await announce(order)
    expect((await changes()).changes.map(({ entityId }) => entityId)).toEqual([order])
    expect(await stored()).toMatchObject({ offered: ground.node, base: null })
    expect(await oneCAt(ground.url, { login: '1c-2' }).fetchOrders()).toEqual([])
    expect(await due('token-2')).toEqual([])
    const passed = await changes('token-2')
    expect(passed.changes).toEqual([])
    await acknowledge(passed.last, 'token-2')
    expect(await stored()).toMatchObject({ has: false, base: null })
    await execute(
      ground.payload,
      sql`update exchange_nodes set last_seen_at = now() - interval '25 hours' where id::text = ${ground.node}`,
    )
    const anew = await changes('token-2')
    expect(anew.changes).toMatchObject([{ entityId: order, event: 'order.submitted', item: { number: 'К-1' } }])
    await acknowledge(anew.last, 'token-2')
    expect(await stored()).toEqual({ has: true, unsent: false, base: other, offered: other })
  })

  it('[EXCH-22] is received as it was given: what has changed since is still to be told', async () => {
    const order = await placeOrder()
    await announce(order)
    const { last } = await changes()
    await withdraw(order)
    await acknowledge(last)
    expect(await stored()).toMatchObject({ has: false, unsent: true, base: ground.node })
    const later = await changes()
    expect(later.changes).toMatchObject([{ event: 'order.cancelled', item: { state: 'cancelled' } }])
    await acknowledge(later.last)
    expect(await stored()).toMatchObject({ has: true, unsent: false, base: ground.node })
  })
})
