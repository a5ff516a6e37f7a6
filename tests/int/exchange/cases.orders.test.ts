import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { expect } from 'vitest'
import { documentById, documentsAbout } from '@/collections/documents/documents/document.queries'
import { orderByNumber, type OrderPage } from '@/collections/sales/orders/order.page.queries'
import { listOrders } from '@/collections/sales/orders/order.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { waitForQueue } from '@/tests/support/exchange'
import { rawDialogue } from '@/tests/support/onec'
import { root } from '../../../scripts/lib/paths.mjs'
import { openIssues, runCases, type Case, type CaseCompany, type CaseGround } from '@/tests/support/cases'

/** The page of an order as a client of this company opens it; null when there is none for them. */
const pageOf = async (
  { asUserOf }: CaseGround,
  number: string,
  company: CaseCompany = 'stroygrad',
): Promise<OrderPage | null> => orderByNumber(await asUserOf(company), number)
/** Numbers and sums of the orders in the list of a client. */
const listOf = async ({ asUserOf }: CaseGround, company: CaseCompany): Promise<unknown[]> =>
  (
    await listOrders(await asUserOf(company), {
      search: '',
      filters: {},
      sort: { key: 'placedAt', dir: 'asc' },
      page: 1,
      perPage: 50,
    })
  ).rows.map(({ number, total }) => [number, total])

/** Sends a text as a file of orders. */
async function tell({ url, payload }: CaseGround, xml: string): Promise<void> {
  const oneC = await rawDialogue(url, 'sale')
  await oneC.init()
  await oneC.file('orders-1_1.xml', xml)
  expect(await oneC.import('orders-1_1.xml')).toBe('success')
  await waitForQueue(payload)
}

const CANCELLED = /<Наименование>Отменен<\/Наименование>\s*<Значение>true</

/** The client takes an order back. */
async function withdraw(at: CaseGround, order: string): Promise<void> {
  const { actor } = await at.asUserOf('stroygrad')
  await runAction(transitionAction, {
    req: await at.make.as('users', String(actor.id)),
    input: { entity: 'orders', id: order, transition: 'withdraw' },
  })
}

const SKU = 'e9938f73-3059-45c9-8735-e29393f27d3c'

/** An order of the cabinet for 10 bolts of 5.80, VAT 22 % inside. */
async function placed(at: CaseGround, number: string): Promise<string> {
  const known = await query<{ id: string }>(at.payload, sql`select id::text from skus where external_id = ${SKU}`)
  const sku = known[0]?.id ?? (await at.make.product({ externalId: SKU, vatRate: 22 })).sku
  await query(at.payload, sql`update skus set external_id = ${SKU} where id = ${sku}`)
  const order = await at.make.order({
    companyId: at.companies.stroygrad,
    number,
    total: 58_00,
    vat: 10_46,
    placedAt: new Date('2026-11-26T09:00:00Z'),
  })
  await at.make.orderLine({
    orderId: order,
    companyId: at.companies.stroygrad,
    skuId: sku,
    name: 'Болт',
    qty: 10_000,
    price: 58_000,
    total: 58_00,
    vatRate: 22,
  })
  return order
}

const cases: Case[] = [
  {
    name: '27-two-bases-one-number',
    right: 'two bases with one number and day are two orders, each seen by its own client',
    run: async (at) => {
      await at.ordersIn('1-base-one.xml')
      await at.ordersIn('2-base-two.xml', { node: '1c-2' })
      const lines = async (company: CaseCompany): Promise<unknown> => {
        const rows = await query<{ number: string }>(
          at.payload,
          sql`select number from orders where company_id = ${at.companies[company]}`,
        )
        expect(rows).toHaveLength(1)
        return (await pageOf(at, String(rows[0]?.number), company))?.lines.map(({ name, total }) => [name, total])
      }
      expect(await lines('stroygrad')).toEqual([['Секретный станок', 900_000_00]])
      expect(await lines('dvor')).toEqual([['Гвозди', 50_00]])
      // Both again, and from the other node: still two.
      await at.ordersIn('2-base-two.xml')
      await at.ordersIn('1-base-one.xml', { node: '1c-2' })
      expect(await lines('stroygrad')).toEqual([['Секретный станок', 900_000_00]])
      expect(await lines('dvor')).toEqual([['Гвозди', 50_00]])
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '29-order-moved-to-another-client',
    right: 'an order that 1C gives to another client is seen by that one alone, and the audit holds both',
    run: async (at) => {
      await at.ordersIn('1-wrong-client.xml')
      expect(await pageOf(at, '29')).toMatchObject({ total: 2_000_00, lines: [{ name: 'Товар по договору' }] })
      await at.ordersIn('2-right-client.xml')
      expect(await pageOf(at, '29')).toBeNull()
      expect(await listOf(at, 'stroygrad')).toEqual([])
      expect(await pageOf(at, '29', 'dvor')).toMatchObject({
        total: 2_000_00,
        lines: [{ name: 'Товар по договору' }],
        contractor: 'ТД «Крепёжный двор»',
      })
      expect(
        await query(
          at.payload,
          sql`select changes->'fields'->'company' as company from audit where action = 'owner.move'`,
        ),
      ).toEqual([{ company: { before: at.companies.stroygrad, after: at.companies.dvor } }])
      expect(await query(at.payload, sql`select type from events where type like 'owner.%' order by type`)).toEqual([
        { type: 'owner.came' },
        { type: 'owner.left' },
      ])
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '29-order-moved-to-another-client',
    right: 'an order re-issued to somebody whom the portal does not know waits, and tells its former client nothing',
    run: async (at) => {
      await query(at.payload, sql`update companies set inn = '7707083893' where id = ${at.companies.stroygrad}`)
      await at.ordersIn('1-wrong-client.xml')
      const stranger = at
        .file('2-right-client.xml')
        .toString('utf8')
        .replace('0fccb8c9-de54-44fc-8745-16c803915ada', 'nobody-here')
        .replace('<Роль>Покупатель</Роль>', '<ИНН>7736050003</ИНН><Роль>Покупатель</Роль>')
        .replaceAll('2000.00', '7777.00')
      await tell(at, stranger)
      expect(await pageOf(at, '29')).toMatchObject({ total: 2_000_00 })
      expect((await openIssues(at.payload)).map(({ code }) => code)).toEqual(['order.unknownClient'])
    },
  },
  {
    name: '31-prepayment-counts-as-paid',
    right: 'a prepayment of 3,000 is 3,000 of 10,000, however often the order comes with the number of the payment',
    run: async (at) => {
      for (const [file, paid] of [
        ['1-order.xml', 0],
        ['2-payment.xml', 3_000_00],
        ['3-order-again.xml', 3_000_00],
      ] as const) {
        await at.ordersIn(file)
        expect(await pageOf(at, '31')).toMatchObject({ total: 10_000_00, paid })
      }
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '32-refund-is-not-taken',
    right: 'money given back is not paid, and the refund stands among the documents',
    run: async (at) => {
      await at.ordersIn('1.xml')
      expect(await pageOf(at, '32')).toMatchObject({ paid: 5_000_00 })
      await at.ordersIn('2-refund.xml')
      const order = await pageOf(at, '32')
      expect(order).toMatchObject({ paid: 0 })
      expect(
        (await documentsAbout(await at.asUserOf('stroygrad'), { order: String(order?.id) })).map(
          ({ kind, number, total }) => [kind, number, total],
        ),
      ).toEqual([
        ['refund', 'В-32', 5_000_00],
        ['payment', 'П-32', 5_000_00],
      ])
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '33-half-shipped-counts-as-shipped',
    right: 'four of ten have gone and the order goes on; the shipment unposted, none has',
    run: async (at) => {
      await at.ordersIn('1.xml')
      expect(await pageOf(at, '33')).toMatchObject({ status: 'confirmed', lines: [{ qty: 10_000, shippedQty: 4_000 }] })
      await at.ordersIn('2-unposted.xml')
      expect(await pageOf(at, '33')).toMatchObject({ status: 'confirmed', lines: [{ qty: 10_000, shippedQty: 0 }] })
      expect(await query(at.payload, sql`select 1 from events where type = 'order.shipped'`)).toEqual([])
      expect(await query(at.payload, sql`select 1 from notifications where title like '%отгружен'`)).toEqual([])
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '34-cancelled-after-shipping',
    right: 'an order that 1C cancels after shipping is cancelled',
    run: async (at) => {
      await at.ordersIn('1-shipped.xml')
      expect(await pageOf(at, '34')).toMatchObject({ status: 'shipped' })
      for (let time = 0; time < 3; time += 1) {
        await at.ordersIn('2-deleted.xml')
        expect(await pageOf(at, '34')).toMatchObject({ status: 'cancelled', total: 100_00, lines: [{ name: 'Товар' }] })
      }
      expect(await query(at.payload, sql`select 1 from events where type = 'order.cancelled'`)).toHaveLength(1)
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '35-line-without-id',
    right: 'a line of text is a line by its name, and the order is seen',
    run: async (at) => {
      await at.ordersIn('1.xml')
      expect(await pageOf(at, '35')).toMatchObject({
        total: 1_500_00,
        lines: [
          { name: 'Товар', total: 1_000_00 },
          { name: 'Доставка до объекта', total: 500_00 },
        ],
      })
      await at.ordersIn('1.xml')
      expect((await pageOf(at, '35'))?.lines).toHaveLength(2)
      expect(await listOf(at, 'stroygrad')).toEqual([['35', 1_500_00]])
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '42-document-moved-its-file-stays',
    right: 'a document re-issued to another client takes its PDF along, sent again or not',
    run: async (at) => {
      expect(await at.rest('POST', 'documents', '1-wrong.json')).toMatchObject({
        status: 200,
        body: [{ result: 'created' }],
      })
      const [row] = await query<{ id: string }>(at.payload, sql`select id::text from documents`)
      const open = async (company: CaseCompany) => documentById(await at.asUserOf(company), String(row?.id))
      const before = await open('stroygrad')
      expect(before?.fileName).toEqual(expect.any(String))
      const files = async (company: CaseCompany): Promise<unknown[]> => {
        const user = await at.payload.findByID({
          collection: 'users',
          id: String((await at.asUserOf(company)).actor.id),
        })
        const found = await at.payload.find({
          collection: 'document-files',
          where: { filename: { equals: before?.fileName } },
          overrideAccess: false,
          user: { ...user, collection: 'users' },
        })
        return found.docs.map(({ filename }) => filename)
      }
      expect([await files('stroygrad'), await files('dvor')]).toEqual([[before?.fileName], []])
      const [without] = JSON.parse(at.file('2-right.json').toString('utf8')) as Record<string, unknown>[]
      expect(await at.rest('POST', 'documents', [{ ...without, file: undefined }])).toMatchObject({
        body: [{ result: 'changed' }],
      })
      expect([await open('stroygrad'), await files('stroygrad'), await files('dvor')]).toEqual([
        null,
        [],
        [before?.fileName],
      ])
      expect(await open('dvor')).toMatchObject({ fileName: before?.fileName, seenAt: null })
      expect(await at.rest('POST', 'documents', '2-right.json')).toMatchObject({ body: [{ result: 'same' }] })
    },
  },
  {
    name: '43-rest-order-of-another-client',
    right: 'an order that 1C gives to another client over REST moves with its lines and its history',
    run: async (at) => {
      expect(await at.rest('POST', 'orders', '1.json')).toMatchObject({ body: [{ result: 'created' }] })
      expect(await at.rest('POST', 'orders', '2.json')).toMatchObject({ body: [{ result: 'changed' }] })
      expect(await pageOf(at, '43')).toBeNull()
      expect(await pageOf(at, '43', 'dvor')).toMatchObject({
        status: 'confirmed',
        total: 10_00,
        lines: [{ name: 'Товар' }],
      })
    },
  },
  {
    name: 'E01-order-status-words',
    right: 'words of 1C count whole, and one that nobody knows moves nothing and is named in the journal',
    run: async (at) => {
      const words = [
        ['К выполнению', 'working'],
        ['Не выполнен', 'submitted'],
        ['Готов к закрытию', 'shipped'],
        ['Не отгружен', 'confirmed'],
        ['Частично отгружен', 'working'],
        ['Не согласован', 'submitted'],
        ['Ожидается согласование', 'submitted'],
        ['Ожидается аванс (до обеспечения)', 'confirmed'],
        ['Отмена отменена', 'submitted'],
        ['Закрыт', 'closed'],
      ] as const
      const [head = '', document = '', tail = ''] = at
        .file('order.xml')
        .toString('utf8')
        .split(/(<Документ>.*<\/Документ>)/s)
      const orders: { number: string; id: string; word: string; state: string }[] = []
      for (const [place, [word, state]] of words.entries())
        orders.push({ number: `К-00100${place}`, id: await placed(at, `К-00100${place}`), word, state })
      await at.ordersOut()
      const say = (told: { id: string; number: string; word: string }[]): Promise<void> =>
        tell(
          at,
          head +
            told
              .map(({ id, number, word }) =>
                document
                  .replace('ID-OF-THE-ORDER', id)
                  .replace('К-00NNNN', number)
                  .replace('К выполнению', word)
                  .replace('0000-000071', `0-${number}`),
              )
              .join('') +
            tail,
        )
      const states = async (): Promise<unknown[]> =>
        Promise.all(orders.map(async ({ number, word }) => [word, (await pageOf(at, number))?.status]))
      await say(orders)
      expect(await states()).toEqual(words.map(([word, state]) => [word, state]))
      await say(orders)
      expect(await states()).toEqual(words.map(([word, state]) => [word, state]))
      // What closes by mistake is mended by the next file.
      await say(orders.filter(({ state }) => state === 'closed').map((order) => ({ ...order, word: 'К выполнению' })))
      expect((await pageOf(at, 'К-001009'))?.status).toBe('working')
      expect((await openIssues(at.payload)).map(({ code, message }) => [code, message])).toEqual([
        [
          'order.statusUnknown',
          'Заказ К-001001: состояние «Не выполнен» кабинету не известно, поэтому ничего не меняет',
        ],
        [
          'order.statusUnknown',
          'Заказ К-001008: состояние «Отмена отменена» кабинету не известно, поэтому ничего не меняет',
        ],
      ])
    },
  },
  {
    name: 'E09-vat-of-a-changed-order',
    right:
      'VAT of an order that 1C changes is that of its document, else of its lines, by their sums or by their rates',
    run: async (at) => {
      const order = await placed(at, 'К-001001')
      await at.ordersOut()
      const line = (taxes: string): string =>
        `<Товары><Товар><Ид>${SKU}</Ид><Наименование>Болт</Наименование><ЦенаЗаЕдиницу>8</ЦенаЗаЕдиницу><Количество>1</Количество><Сумма>8</Сумма>${taxes}</Товар></Товары>`
      const document = (taxes: string, goods: string): string =>
        `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.08" ДатаФормирования="2026-11-26T15:00:00"><Документ><Ид>${order}</Ид><Номер>К-001001</Номер><Дата>2026-11-26</Дата><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>руб</Валюта><Курс>1</Курс><Сумма>8</Сумма>${taxes}${goods}</Документ></КоммерческаяИнформация>`
      const tax = (rate: string, sum: string): string =>
        `<Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме>${rate && `<Ставка>${rate}</Ставка>`}${sum && `<Сумма>${sum}</Сумма>`}</Налог></Налоги>`
      for (const [taxes, goods, vat] of [
        // Nothing is said: the line keeps its rate, and 22 % of 8.00 are inside.
        ['', line(''), 1_44],
        [tax('', '1.33'), line(''), 1_33],
        ['', line(tax('10', '0.73')), 73],
        ['', line(tax('10', '')), 73],
        ['', line(tax('Без НДС', '')), 0],
      ] as const) {
        await tell(at, document(taxes, goods))
        expect(await pageOf(at, 'К-001001')).toMatchObject({ total: 8_00, vat })
      }
    },
  },
  {
    name: '37-cancelled-on-the-portal-after-handover',
    right: 'what people cancel or change after 1C has taken an order is offered once more, until 1C has it',
    run: async (at) => {
      const order = await placed(at, 'К-001001')
      await at.ordersOut()
      expect(await at.ordersOut()).not.toContain('<Документ>')
      await at.payload.update({
        collection: 'orders',
        id: order,
        data: { wantedDate: '2026-12-01T00:00:00.000Z' },
        overrideAccess: true,
      })
      expect(await at.ordersOut()).toContain('<Значение>2026-12-01</Значение>')
      expect(await at.ordersOut()).not.toContain('<Документ>')
      await withdraw(at, order)
      expect((await pageOf(at, 'К-001001'))?.passport.unsentSince).toEqual(expect.any(String))
      const xml = await at.ordersOut({ success: false })
      expect([xml.match(/<Ид>[^<]+/)?.[0], CANCELLED.test(xml), xml.includes('<Значение>Отменён</Значение>')]).toEqual([
        `<Ид>${order}`,
        true,
        true,
      ])
      expect(await at.ordersOut()).toMatch(CANCELLED)
      expect(await at.ordersOut()).not.toContain('<Документ>')
      expect((await pageOf(at, 'К-001001'))?.passport.unsentSince).toBeNull()
    },
  },
  {
    name: '37-cancelled-on-the-portal-after-handover',
    right:
      'an order that was made in 1C, with a line of text and a discount, goes back cancelled under the identifier it has there',
    run: async (at) => {
      await tell(
        at,
        readFileSync(path.join(root, 'tests/fixtures/cases/35-line-without-id/1.xml'), 'utf8').replace(
          '<Сумма>1500.00</Сумма>',
          '<Сумма>1400.00</Сумма>',
        ),
      )
      const order = await pageOf(at, '35')
      const boss = await at.make.staff({ role: 'admin' })
      await runAction(transitionAction, {
        req: await at.make.as('staff', boss),
        input: { entity: 'orders', id: String(order?.id), transition: 'cancel', comment: 'Нет товара' },
      })
      // Another base has never heard of it.
      expect(await at.ordersOut({ node: '1c-2' })).not.toContain('<Документ>')
      const xml = await at.ordersOut()
      expect([
        xml.includes('<Ид>0dd00035-0000-4000-8000-000000000035</Ид>'),
        CANCELLED.test(xml),
        xml.includes('Доставка до объекта'),
        xml.includes('<Сумма>100.00</Сумма>'),
      ]).toEqual([true, true, true, true])
      expect(await at.ordersOut()).not.toContain('<Документ>')
    },
  },
  {
    name: 'E05-client-withdraws-between-query-and-success',
    right:
      'success commits the version that was offered: an order withdrawn meanwhile comes again as cancelled, and 1C’s older word does not wake it',
    run: async (at) => {
      const order = await placed(at, 'К-001001')
      const oneC = await rawDialogue(at.url, 'sale')
      expect(await oneC.ask('query')).toContain(`<Ид>${order}</Ид>`)
      await withdraw(at, order)
      expect(await oneC.ask('success')).toBe('success')
      await tell(
        at,
        at
          .file('../E01-order-status-words/order.xml')
          .toString('utf8')
          .replace('ID-OF-THE-ORDER', order)
          .replace('К-00NNNN', 'К-001001'),
      )
      expect((await pageOf(at, 'К-001001'))?.status).toBe('cancelled')
      expect(await oneC.ask('query')).toMatch(CANCELLED)
      await oneC.ask('success')
      expect(await oneC.ask('query')).not.toContain('<Документ>')
      // One that no 1C has been offered is nobody's business there.
      const other = await placed(at, 'К-001002')
      await withdraw(at, other)
      expect(await oneC.ask('query')).not.toContain('<Документ>')
    },
  },
  {
    name: 'E08-contractor-gets-requisites-of-the-client',
    right: 'requisites are of one party: what the payer lacks is left out, and an entrepreneur has no КПП',
    run: async (at) => {
      await query(
        at.payload,
        sql`update companies set legal_name = 'Общество «Стройград»', inn = '7707083893', kpp = '770701001', address = 'Москва, Тверская, 1', email = 'office@stroygrad.example' where id = ${at.companies.stroygrad}`,
      )
      expect(await at.rest('PUT', 'contractors', 'contractor.json')).toMatchObject({ body: [{ result: 'created' }] })
      const order = await placed(at, 'К-001001')
      await query(
        at.payload,
        sql`update orders set contractor_id = (select id from contractors where external_id = 'x-ip-1') where id = ${order}`,
      )
      const party = async (): Promise<string> =>
        (await at.ordersOut({ success: false })).match(/<Контрагенты>.*<\/Контрагенты>/s)?.[0] ?? ''
      const told = await party()
      expect(told).toContain('<ИНН>500100732259</ИНН>')
      for (const of of ['Стройград', 'КПП', 'Тверская', 'office@', '7707083893']) expect(told).not.toContain(of)
      await query(at.payload, sql`update contractors set kpp = '770701001' where external_id = 'x-ip-1'`)
      expect(await party()).not.toContain('КПП')
      await query(at.payload, sql`update orders set contractor_id = null where id = ${order}`)
      const own = await party()
      for (const of of [
        'Общество «Стройград»',
        '<КПП>770701001</КПП>',
        'Тверская',
        'office@stroygrad.example',
        '<ИНН>7707083893</ИНН>',
      ])
        expect(own).toContain(of)
    },
  },
]

runCases('cases of orders', cases)
