import { sql } from '@payloadcms/db-postgres/drizzle'
import { expect } from 'vitest'
import { productBySlug } from '@/collections/catalogue/products/product.queries'
import { contactsOf, payersOf } from '@/collections/clients/companies/company.card.queries'
import { contractById } from '@/collections/contracts/contracts/contract.queries'
import { documentById, documentsAbout } from '@/collections/documents/documents/document.queries'
import { colleaguesOf } from '@/collections/people/memberships/membership.queries'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { formatDecimal } from '@/src/lib/decimal'
import { query } from '@/src/mechanisms/database/query'
import { resourceNamed } from '@/src/mechanisms/exchange/items/defineResource'
import { runCases, type Case, type CaseGround } from '@/tests/support/cases'
import { pdf } from '../rest/world'

/** What was sent, what the cabinet's page is given in the same words, and what is shown nowhere, with the reason. */
type Trip = { sent: Record<string, unknown>; seen: Record<string, unknown>; unseen: Record<string, string> }

/** Field by field: seen as sent, or listed with its reason, and then not seen. */
function compare({ sent, seen, unseen }: Trip): void {
  const shown = Object.fromEntries(
    Object.keys(sent).flatMap((field) => (field in unseen ? [] : [[field, seen[field]]])),
  )
  const told = Object.fromEntries(Object.entries(sent).filter(([field]) => !(field in unseen)))
  expect(shown).toEqual(told)
  expect(Object.keys(unseen).filter((field) => field in seen || !(field in sent))).toEqual([])
}

/** A whole item: every field that the resource takes stands in it. */
function whole(resource: string, item: Record<string, unknown>): Record<string, unknown> {
  expect(Object.keys(item).sort()).toEqual(Object.keys(resourceNamed(resource)?.item.shape ?? {}).sort())
  return item
}

const money = (minor: number | undefined): string => formatDecimal(minor ?? -1, 2, 2)
const price = (scaled: number | undefined): string => formatDecimal(scaled ?? -1, 4, 2)
const qty = (thousandths: number | null | undefined): string => formatDecimal(thousandths ?? -1, 3)
const day = (moment: string | null | undefined): string => (moment ? new Date(moment).toISOString().slice(0, 10) : '')

const COMPANY = '83a24566-c93c-4091-8e67-22bcef3cb2fe'
const SKU = 'c0de0077-0000-4000-8000-000000000000#c0de0000-0000-4000-8000-0000000000d1'
const WAREHOUSE = 'c0de0000-0000-4000-8000-0000000000e1'

async function put(at: CaseGround, resource: string, item: Record<string, unknown>): Promise<string> {
  const { body } = await at.rest('PUT', resource, [item])
  const [answer] = body as { result: string; id: string; warnings?: unknown }[] // REST answers an item each
  expect(answer).toMatchObject({ result: 'created' })
  expect(answer?.warnings).toBeUndefined()
  return String(answer?.id)
}

const PAYER = {
  externalId: 'k-9',
  company: COMPANY,
  kind: 'entrepreneur',
  name: 'ИП Ким',
  legalName: 'Ким Анна Андреевна',
  inn: '500100732259',
  kpp: null,
  ogrn: '304500116000157',
  legalAddress: 'Москва',
  postalAddress: 'Тверь',
  bankName: 'Сбербанк',
  bik: '044525225',
  account: '40702810338000060476',
  corrAccount: '30101810400000000225',
  active: true,
}
const CONTRACT = {
  externalId: 'd-9',
  company: COMPANY,
  contractor: 'k-9',
  number: '9-П',
  date: '2026-01-10',
  name: 'Поставка',
  parent: null,
  status: 'active',
  validUntil: '2027-01-10',
  currency: 'USD',
  amount: '900.00',
  creditLimit: '500.00',
  creditDays: 30,
  debt: '100.00',
  overdue: '10.00',
  priceType: '431beefc-ea80-4c03-8160-382fe41ac89a',
}
const ORDER = {
  externalId: 'o-9',
  number: 'К-9',
  company: COMPANY,
  contractor: 'k-9',
  contract: 'd-9',
  warehouse: WAREHOUSE,
  state: 'confirmed',
  stateComment: 'из 1С',
  erpNumber: 'УТ-9',
  erpDate: '2026-11-20T10:00:00.000Z',
  placedAt: '2026-11-20T09:00:00.000Z',
  plannedDate: '2026-12-01',
  currency: 'USD',
  total: '95.00',
  vat: '15.83',
  paid: '40.00',
  comment: 'до обеда',
  deliveryAddress: 'Тверь, Южная, 1',
  lines: [
    {
      sku: SKU,
      name: 'Анкер',
      article: 'АН-77',
      unit: 'шт',
      qty: '2',
      price: '50.00',
      total: '95.00',
      discount: '5.00',
      vatRate: 20,
      shippedQty: '1',
    },
  ],
}
const DOCUMENT = {
  externalId: 'i-9',
  company: COMPANY,
  contractor: 'k-9',
  contract: 'd-9',
  order: 'o-9',
  kind: 'invoice',
  number: '318',
  date: '2026-11-20',
  total: '95.00',
  paid: '40.00',
  dueDate: '2026-12-01',
  currency: 'USD',
  goods: [{ sku: SKU, name: 'Анкер', qty: '2' }],
  cancelled: false,
  file: pdf().toString('base64'),
}
const NAMES: Record<string, string> = {
  'ООО «Стройград»': COMPANY,
  'ИП Ким': 'k-9',
  '9-П': 'd-9',
  'К-9': 'o-9',
  'Склад на Южной': WAREHOUSE,
}
const called = (name: string | null | undefined): string | null => (name ? (NAMES[name] ?? name) : null)

/** Goods, their warehouse, the payer and his contract, for the kinds that point to them. */
async function before(at: CaseGround, upTo: 'payer' | 'contract' | 'order'): Promise<void> {
  await at.catalogueSession(['1-import.xml', '2-offers.xml'])
  // Contracts are kept of clients who have somebody in the cabinet.
  await at.asUserOf('stroygrad')
  await put(at, 'contractors', PAYER)
  if (upTo === 'payer') return
  await put(at, 'contracts', CONTRACT)
  if (upTo === 'order') await put(at, 'orders', ORDER)
}

const seenOrder = async (at: CaseGround, number: string): Promise<Record<string, unknown>> => {
  const page = await orderByNumber(await at.asUserOf('stroygrad'), number)
  return {
    externalId: page?.passport.externalId,
    number: page?.number,
    company: called(page?.companyName),
    contractor: called(page?.contractor),
    contract: called(page?.contract),
    warehouse: called(page?.warehouse),
    state: page?.status,
    erpNumber: page?.erpNumber,
    erpDate: page?.passport.erpDate,
    placedAt: page?.placedAt,
    plannedDate: page?.plannedDate,
    currency: page?.currency,
    total: money(page?.total),
    vat: money(page?.vat),
    paid: money(page?.paid),
    comment: page?.comment,
    deliveryAddress: page?.deliveryAddress,
    lines: page?.lines.map((line) => ({
      sku: line.slug ? SKU : null,
      name: line.name,
      article: line.article,
      unit: line.unit,
      qty: qty(line.qty),
      price: price(line.price),
      total: money(line.total),
      discount: money(line.discount),
      vatRate: line.vatRate,
      shippedQty: qty(line.shippedQty),
    })),
  }
}

const cases: Case[] = [
  {
    name: 'round-trip',
    right: 'a payer sent by REST',
    run: async (at) => {
      await put(at, 'contractors', whole('contractors', PAYER))
      const payer = (await payersOf(await at.asUserOf('stroygrad'))).find(({ inn }) => inn === PAYER.inn)
      compare({
        sent: PAYER,
        seen: {
          name: payer?.name,
          inn: payer?.inn,
          kpp: payer?.kpp,
          ogrn: payer?.ogrn,
          bankName: payer?.bankName,
          account: payer?.account,
          active: payer !== undefined,
          company: payer && COMPANY,
        },
        unseen: {
          externalId: 'the name of the record in 1C',
          kind: 'says how its requisites go into 1C',
          legalName: 'goes into 1C with an order; the client knows it by its name',
          legalAddress: 'goes into 1C with an order',
          postalAddress: 'offered at the checkout as an address of delivery',
          bik: 'for payments from 1C to the client, which the portal does not print',
          corrAccount: 'the same',
        },
      })
    },
  },
  {
    name: 'round-trip',
    right: 'a contact sent by REST',
    run: async (at) => {
      await put(at, 'portal-roles', { code: 'keeper', name: 'Кладовщик', capabilities: ['orders.read'] })
      const sent = whole('contacts', {
        externalId: 'p-9',
        company: COMPANY,
        name: 'Анна',
        position: 'Закупки',
        email: 'anna@example.com',
        phone: '+79031234567',
        portalRole: 'keeper',
        portalAccess: true,
        removed: false,
      })
      await put(at, 'contacts', sent)
      const context = await at.asUserOf('stroygrad')
      const contact = (await contactsOf(context)).find(({ email }) => email === sent.email)
      const colleague = (await colleaguesOf(at.payload, context.actor, at.companies.stroygrad)).find(
        ({ email }) => email === sent.email,
      )
      compare({
        sent,
        seen: {
          name: contact?.name,
          position: contact?.position,
          email: contact?.email,
          phone: contact?.phone,
          company: contact && COMPANY,
          removed: contact === undefined,
          portalRole: colleague?.portalRole.name === 'Кладовщик' ? 'keeper' : colleague?.portalRole.name,
          portalAccess: colleague?.active ?? false,
        },
        unseen: { externalId: 'the name of the record in 1C' },
      })
      await at.rest('PUT', 'contacts', [{ externalId: 'p-9', company: COMPANY, name: 'Анна', removed: true }])
      expect((await contactsOf(context)).map(({ email }) => email)).not.toContain(sent.email)
    },
  },
  {
    name: 'round-trip',
    right: 'a contract sent by REST',
    run: async (at) => {
      await before(at, 'payer')
      const id = await put(at, 'contracts', whole('contracts', CONTRACT))
      const page = await contractById(await at.asUserOf('stroygrad'), id)
      compare({
        sent: CONTRACT,
        seen: {
          company: called(page?.companyName),
          contractor: called(page?.contractor),
          number: page?.number,
          date: day(page?.date),
          name: page?.name,
          parent: page?.parent,
          status: page?.status,
          validUntil: day(page?.validUntil),
          currency: page?.currency,
          amount: money(page?.amount),
          creditLimit: money(page?.creditLimit),
          creditDays: page?.creditDays,
          debt: money(page?.debt),
          overdue: money(page?.overdue),
        },
        unseen: { externalId: 'the name of the record in 1C', priceType: 'seen as the prices of goods themselves' },
      })
    },
  },
  {
    name: 'round-trip',
    right: 'an order sent by REST',
    run: async (at) => {
      await before(at, 'contract')
      await put(at, 'orders', whole('orders', ORDER))
      compare({
        sent: ORDER,
        seen: await seenOrder(at, 'К-9'),
        unseen: {
          stateComment:
            'the reason of a change of state: a new order has changed none. It stands in the history of the next one, below',
        },
      })
      await at.rest('PUT', 'orders', [{ externalId: 'o-9', state: 'cancelled', stateComment: 'Нет товара' }])
      const page = await orderByNumber(await at.asUserOf('stroygrad'), 'К-9')
      expect(JSON.stringify(page?.stream)).toContain('Нет товара')
    },
  },
  {
    name: 'round-trip',
    right: 'a document sent by REST',
    run: async (at) => {
      await before(at, 'order')
      const id = await put(at, 'documents', whole('documents', DOCUMENT))
      const row = await documentById(await at.asUserOf('stroygrad'), id)
      compare({
        sent: DOCUMENT,
        seen: {
          company: called(row?.companyName),
          contractor: called(row?.contractor),
          contract: called(row?.contract),
          order: called(row?.order),
          kind: row?.kind,
          number: row?.number,
          date: day(row?.date),
          total: money(row?.total),
          paid: money(row?.paid),
          dueDate: day(row?.dueDate),
          currency: row?.currency,
          cancelled: row?.cancelled,
          file: row?.fileId && row.mime === 'application/pdf' ? DOCUMENT.file : null,
        },
        unseen: {
          externalId: 'the name of the record in 1C',
          goods: 'counted against the lines of the order of a shipment: seen there as what has gone',
        },
      })
    },
  },
  {
    name: 'round-trip',
    right: 'goods, prices and stock sent by CommerceML',
    run: async (at) => {
      await at.catalogueSession(['1-import.xml', '2-offers.xml'])
      const sent = {
        product: 'c0de0077-0000-4000-8000-000000000000',
        article: 'АН-77',
        name: 'Анкер клиновой 12×120',
        description: 'Для бетона марки М300',
        group: 'Анкеры',
        brand: 'Крепыш',
        unit: 'шт',
        vatRate: 10,
        weight: 0.25,
        properties: ['Длина: 120 мм'],
        barcode: '4600000000077',
        country: 'Чехия',
        fullName: 'Анкер клиновой оцинкованный',
        offer: 'Анкер клиновой 12×120 (Цинк)',
        offerArticle: 'АН-77-Ц',
        offerBarcode: '4600000000084',
        characteristics: ['Покрытие: Цинк'],
        price: '50.25',
        retail: '61.50',
        currency: 'RUB',
        stock: [['Склад на Южной', '5000']],
      }
      const [row] = await query<{ slug: string }>(
        at.payload,
        sql`select slug from products where external_id = ${sent.product}`,
      )
      const page = await productBySlug(await at.asUserOf('stroygrad'), String(row?.slug))
      const [sku] = page?.skus ?? []
      const pairs = (list: readonly { name: string; value: string }[] | undefined): string[] =>
        (list ?? []).map(({ name, value }) => `${name}: ${value}`)
      compare({
        sent,
        seen: {
          product: page?.passport.externalId,
          article: page?.article,
          name: page?.name,
          description: page?.description,
          group: page?.group?.name,
          brand: page?.brand,
          unit: page?.unit,
          vatRate: page?.vatRate,
          weight: page?.weight && page.weight / 1_000,
          properties: pairs(page?.properties),
          offer: sku?.name,
          offerArticle: sku?.article,
          offerBarcode: sku?.barcode,
          characteristics: pairs(sku?.characteristics),
          price: price(sku?.price ?? undefined),
          retail: price(sku?.retail ?? undefined),
          currency: sku?.currency,
          stock: sku?.warehouses.map(({ name, qty: rest }) => [name, qty(rest)]),
        },
        unseen: {
          barcode: 'goods are found by it; the page shows that of the offer',
          country: 'is not kept: 1C tells it of few goods, and as a property where it matters',
          fullName: 'for printed forms of 1C; people know goods by their name',
        },
      })
    },
  },
  {
    name: 'round-trip',
    right: 'an order with its payment and shipment sent by CommerceML',
    run: async (at) => {
      await at.catalogueSession(['1-import.xml', '2-offers.xml'])
      expect(await at.ordersIn('3-order.xml')).toBe('success')
      const sent = {
        externalId: '0dd00077-0000-4000-8000-000000000077',
        number: 'УТ00-000077',
        company: COMPANY,
        contractor: COMPANY,
        warehouse: WAREHOUSE,
        erpNumber: 'УТ00-000077',
        erpDate: '2026-11-23T21:00:00.000Z',
        placedAt: '2026-11-24T07:00:00.000Z',
        currency: 'RUB',
        total: '475.00',
        vat: '43.18',
        paid: '300.00',
        comment: 'Разгрузка сбоку',
        state: 'confirmed',
        lines: [
          {
            sku: SKU,
            name: 'Анкер клиновой 12×120 (Цинк)',
            article: 'АН-77-Ц',
            unit: 'шт',
            qty: '10',
            price: '50.00',
            total: '475.00',
            discount: '25.00',
            vatRate: 10,
            shippedQty: '4',
          },
        ],
      }
      compare({ sent, seen: await seenOrder(at, sent.number), unseen: {} })
      const context = await at.asUserOf('stroygrad')
      const order = await orderByNumber(context, sent.number)
      const documents = (await documentsAbout(context, { order: String(order?.id) }))
        .map(({ kind, number, date, total, currency, cancelled }) => [
          kind,
          number,
          day(date),
          money(total),
          currency,
          cancelled,
        ])
        .sort()
      expect(documents).toEqual([
        ['payment', 'П-77', '2026-11-24', '300.00', 'RUB', false],
        ['waybill', 'РТ-77', '2026-11-24', '190.00', 'RUB', false],
      ])
    },
  },
]

runCases('what is sent is what people see', cases)
