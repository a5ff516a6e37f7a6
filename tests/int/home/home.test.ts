import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addComment } from '@/collections/messages/comments/comment.actions'
import { statementPrint } from '@/collections/money/accounts/account.print'
import { setCartLine } from '@/collections/sales/carts/cart.actions'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import { say } from '@/src/lib/i18n'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { remarksOf } from '@/src/mechanisms/comments/remarks'
import { waitingTalks } from '@/src/mechanisms/comments/waitingTalks'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { post } from '@/src/mechanisms/ledger/post'
import { statementForm } from '@/src/mechanisms/print/forms/statement-ru'
import { searchEverything } from '@/src/mechanisms/search/defineSearch'
import { builders, type Builders } from '@/tests/builders/builders'
import { homeFor } from '@/tests/support/home'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let company: string
let client: string

const day = (days: number): Date => new Date(Date.now() + days * 86_400_000)
const mine = () => build.context('users', client, company)

describe('home', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    const manager = await build.staff({
      name: 'Анна Воронова',
      position: 'Ведущий менеджер',
      phone: '+74950000000',
      workingHours: 'до 18:00',
    })
    company = await build.company({ managerId: manager, creditLimit: 600_000_00, debt: 48_210_00, balance: -48_210_00 })
    client = await build.user({ companies: [company] })
  })

  it('says what is wanted, the overdue first, and nothing that is done', async () => {
    const order = await build.order({ companyId: company, number: '10-2466', status: 'shipped' })
    await build.document({ companyId: company, number: '1124', orderId: order, total: 48_210_00, dueDate: day(-2) })
    await build.document({ companyId: company, number: '1100', total: 100_00, paid: 100_00, dueDate: day(-9) })
    await build.document({ companyId: company, number: '1101', cancelled: true, dueDate: day(-9) })
    const contract = await build.contract({ companyId: company, number: '54/25' })
    await build.scheduleLine({ contractId: contract, companyId: company, dueDate: day(7), amount: 75_000_00 })
    await build.scheduleLine({ contractId: contract, companyId: company, dueDate: day(40), amount: 75_000_00 })
    await build.contract({ companyId: company, number: '87/26', status: 'signing' })
    await insertRow(payload, 'comments', {
      entity: 'orders',
      entityId: order,
      companyId: company,
      body: 'Замена болта?',
      internal: false,
      authorName: 'Анна',
    })
    const { asks } = await homeFor(await mine())
    expect(asks.map(({ title, params }) => say(title, 'ru', params)).slice(0, 2)).toEqual([
      'Оплатить счёт № 1124',
      'Внести платёж по договору 54/25',
    ])
    expect(
      asks
        .map(({ title, params }) => say(title, 'ru', params))
        .slice(2)
        .sort(),
    ).toEqual(['Ответить по заказу 10-2466', 'Подписать договор 87/26'])
    const [first, second] = asks
    expect(first).toMatchObject({ amount: { amount: 48_210_00, currency: 'RUB' } })
    expect(first?.note && say(first.note, 'ru', first.params)).toMatch(/^за заказ 10-2466, срок был /)
    expect(second).toMatchObject({ amount: { amount: 75_000_00 } })
  })

  it('reminds of a cart that was left for more than a day, not of a fresh one', async () => {
    const type = await build.priceType({ base: true })
    const { sku } = await build.product({ prices: { [type]: 10_000 } })
    await runAction(setCartLine, { req: await build.as('users', client), input: { company, sku, qty: 1_000 } })
    expect((await homeFor(await mine())).asks).toEqual([])
    await query(payload, sql`update cart_lines set updated_at = now() - interval '25 hours'`)
    const [ask] = (await homeFor(await mine())).asks
    expect(ask?.note && say(ask.note, 'ru', ask.params)).toBe('В корзине 1 позиция')
  })

  it('[CONTR-09] [HELP-04] shows the next payment, the manager, the limit and what is taken of it', async () => {
    const contract = await build.contract({ companyId: company, number: '54/25' })
    await build.scheduleLine({ contractId: contract, companyId: company, dueDate: day(-3), amount: 10_00, paid: 10_00 })
    await build.scheduleLine({
      contractId: contract,
      companyId: company,
      dueDate: day(7),
      amount: 75_000_00,
      paid: 5_000_00,
    })
    await build.order({ companyId: company, status: 'working', paymentMethod: 'credit', total: 182_400_00 })
    await build.document({ companyId: company })
    const { cards } = await homeFor(await mine())
    expect(cards['schedule-lines.next']).toMatchObject({
      facts: [{ term: 'Договор 54/25', value: { amount: 70_000_00 } }, { value: { day: expect.any(String) } }],
      link: { href: `/contracts/54%2F25~${contract.slice(0, 8)}` },
    })
    expect(cards['companies.manager']).toMatchObject({
      name: 'Анна Воронова',
      position: 'Ведущий менеджер',
      note: 'до 18:00',
      write: '/company#history',
    })
    expect(cards['accounts.balance']).toMatchObject({
      amount: -48_210_00,
      limit: { limit: 600_000_00, debt: 48_210_00, reserved: 182_400_00, free: 369_390_00 },
    })
    expect(cards).toMatchObject({
      'orders.inWork': { rows: [{ sum: { amount: 182_400_00 } }] },
      'documents.latest': { files: [{ name: expect.stringMatching(/^Счёт на оплату № /) }] },
    })
  })

  it('shows a person only what their rights open, and a stranger nothing', async () => {
    await build.order({ companyId: company })
    await build.document({ companyId: company, dueDate: day(-1) })
    const reader = await build.user({ companies: [company], capabilities: ['orders.read'] })
    const home = await homeFor(await build.context('users', reader, company))
    expect([home.asks, Object.keys(home.cards)]).toEqual([[], ['orders.inWork', 'companies.manager']])
    expect(home.cards).toMatchObject({ 'orders.inWork': { rows: [{}] } })
    const outsider = await build.user({ companies: [await build.company()] })
    expect(await homeFor(await build.context('users', outsider, company))).toEqual({ asks: [], cards: {} })
  })

  it('[HELP-04] a manager who tells no hours is there when their branch is; who may not read what is said is sent nowhere to write', async () => {
    const branch = await build.branch({ name: 'Химки' })
    const manager = await build.staff({ name: 'Павел', workingHours: null })
    await payload.update({ collection: 'staff', id: manager, data: { branches: [branch] } })
    await payload.update({ collection: 'companies', id: company, data: { manager } })
    const card = async (user: string) =>
      (await homeFor(await build.context('users', user, company))).cards['companies.manager']
    expect(await card(client)).toMatchObject({ name: 'Павел', note: null })
    await payload.update({ collection: 'branches', id: branch, data: { workingHours: 'пн–пт, 9–18' } })
    expect(await card(client)).toMatchObject({ note: 'на связи пн–пт, 9–18' })
    const reader = await build.user({ companies: [company], capabilities: ['orders.read'] })
    expect(await card(reader)).toMatchObject({ name: 'Павел', write: null })
  })

  it('[HELP-04] what is written to the manager about the company itself is read and answered by them, and by nobody else’s', async () => {
    const [row] = await query<{ manager: string }>(
      payload,
      sql`select manager_id::text as manager from companies where id = ${company}`,
    )
    const write = async (collection: 'users' | 'staff', id: string, body: string) =>
      runAction(addComment, { req: await build.as(collection, id), input: { entity: 'companies', id: company, body } })
    await write('users', client, 'Пришлите прайс')
    const [waits] = await query<{ number: string; body: string }>(
      payload,
      sql`select w.number, w.body from ${waitingTalks(await build.context('staff', row?.manager ?? ''))} w`,
    )
    expect(waits).toMatchObject({ body: 'Пришлите прайс' })
    await write('staff', row?.manager ?? '', 'Отправила')
    expect((await remarksOf(await mine(), 'companies', company)).map(({ body }) => body)).toEqual([
      'Пришлите прайс',
      'Отправила',
    ])
    const stranger = await build.user({ companies: [await build.company()] })
    await expect(write('users', stranger, 'x')).rejects.toMatchObject({ code: 'entity.notFound' })
    const reader = await build.user({ companies: [company], capabilities: ['orders.read'] })
    await expect(write('users', reader, 'x')).rejects.toMatchObject({ code: 'access.denied' })
    expect(await remarksOf(await build.context('users', reader, company), 'companies', company)).toEqual([])
  })

  it('is silent about what is switched off', async () => {
    await build.document({ companyId: company, dueDate: day(-1) })
    const before = await homeFor(await mine())
    await payload.updateGlobal({ slug: 'modules', data: { off: ['documents'] } })
    const { asks, cards } = await homeFor(await mine())
    const { 'documents.latest': gone, ...rest } = before.cards
    expect([asks, cards]).toEqual([[], rest])
    expect([before.asks.length, gone]).toMatchObject([1, { files: [{}] }])
    expect(await searchEverything(await mine(), 'документ')).toEqual([])
  })

  it('[CONTR-05] gives the printed statement its data, to those who may see it', async () => {
    const account = await build.account({ companyId: company, balance: -300_00 })
    const write = (amount: number, at: string, kind: string) =>
      build.as('users', client).then((req) =>
        post(req, {
          kind,
          at,
          currency: 'RUB',
          memo: { number: '7' },
          postings: [
            { account: `account:${account}`, amount },
            { account: 'erp:RUB', amount: -amount },
          ],
        }),
      )
    await write(-500_00, '2026-01-10T09:00:00.000Z', 'shipment')
    await write(200_00, '2026-02-10T09:00:00.000Z', 'payment')
    const days = { from: '2026-02-01', to: '2026-02-28', zone: 'Europe/Moscow' }
    expect(statementForm.input.parse(await statementPrint(await mine(), account, days, 'ru'))).toMatchObject({
      opening: -500_00,
      closing: -300_00,
      rows: [{ date: '2026-02-10', document: 'Оплата № 7', credit: 200_00, debit: 0 }],
    })
    const outsider = await build.user({ companies: [await build.company()] })
    expect(await statementPrint(await build.context('users', outsider), account, days, 'ru')).toBeNull()
  })
})

describe('search over everything', () => {
  beforeEach(async () => {
    await emptyDatabase()
    company = await build.company()
    client = await build.user({ companies: [company] })
    const rival = await build.company()
    for (const owner of [company, rival]) {
      await build.order({ companyId: owner, number: owner === company ? '10-2481' : '10-2482' })
      await build.document({ companyId: owner, number: '1124' })
      await build.contract({ companyId: owner, number: '54/25', name: 'Договор поставки' })
      await build.contact({ companyId: owner, name: 'Анна Петрова', phone: '+79031234567' })
    }
    await build.product({ name: 'Анкер клиновой М16', article: 'КЛ-16140' })
    await refreshProductSearch(payload)
  })

  const found = async (phrase: string): Promise<Record<string, number>> =>
    Object.fromEntries((await searchEverything(await mine(), phrase)).map(({ key, hits }) => [key, hits.length]))

  it('finds each kind of thing, of the own company alone', async () => {
    expect(await found('10-24')).toEqual({ orders: 1 })
    expect(await found('1124')).toEqual({ documents: 1 })
    expect(await found('поставки')).toEqual({ contracts: 1 })
    expect(await found('АННА')).toEqual({ contacts: 1 })
    expect(await found('123-45-67')).toEqual({ contacts: 1 })
    expect(await found('анкеры')).toEqual({ products: 1 })
    expect(await found('заказ')).toEqual({ pages: 1 })
    expect(await found('%')).toEqual({})
  })

  it.each([
    ['without its dash', '102481'],
    ['without its leading parts', '2481'],
    ['with other signs between', '10/2481'],
    ['in the other layout', '10-2481'],
  ])('finds a number %s', async (_how, phrase) => {
    expect(await found(phrase)).toEqual({ orders: 1 })
  })

  it('finds a number by its look-alike letters, without leading zeros, and by what 1C and the client call it', async () => {
    await build.order({
      companyId: company,
      number: 'К-000777',
      erpNumber: 'ТО00-000913',
      clientReference: 'ЗАЯВКА 55/А',
    })
    for (const phrase of ['к-777', 'K777', 'k-000777', 'к000777', 'R-777', 'то913', 'TO-913', '55а', 'заявка55'])
      expect([phrase, await found(phrase)]).toEqual([phrase, { orders: 1 }])
    expect(await found('к-778')).toEqual({})
    // One sign is left when the zeros are gone: it would be found in half of all numbers.
    expect(await found('0-1')).toEqual({})
  })

  it('finds an order and a document by the sum as people write it', async () => {
    await build.order({ companyId: company, number: 'С-1', total: 469_439_50 })
    await build.document({ companyId: company, number: 'Д-1', total: 469_439_50 })
    for (const phrase of ['469 439,50', '469439.5', '469 439,50 ₽', '469439,50 руб.'])
      expect([phrase, await found(phrase)]).toEqual([phrase, { orders: 1, documents: 1 }])
    expect(await found('469 439,51')).toEqual({})
  })

  it('finds the own company and payers by ИНН, and never another’s', async () => {
    await build.contractor({ companyId: company, name: 'ИП Крылов', inn: '500100732259' })
    const rival = await build.company({ name: 'Соперник', inn: '7728168971' })
    await build.contractor({ companyId: rival, name: 'ИП Соколов', inn: '526317984689' })
    const [row] = await query<{ inn: string }>(
      payload,
      sql`update companies set inn = '7707083893' where id = ${company} returning inn`,
    )
    expect(await found(String(row?.inn))).toEqual({ companies: 1 })
    expect(await found('5001007')).toEqual({ companies: 1 })
    expect(await found('7728168971')).toEqual({})
    expect(await found('526317984689')).toEqual({})
  })

  it('finds colleagues for whoever manages them, and for nobody else', async () => {
    await build.user({ name: 'Зоя Гусева', companies: [company] })
    const buyer = await build.user({ companies: [company], capabilities: ['orders.read'] })
    const keys = async (person: string, phrase: string): Promise<string[]> =>
      (await searchEverything(await build.context('users', person, company), phrase)).map(({ key }) => key)
    for (const phrase of ['гусева', 'ЗОЯ', 'uectdf'])
      expect([phrase, await keys(client, phrase)]).toEqual([phrase, ['colleagues']])
    expect(await keys(buyer, 'гусева')).toEqual([])
  })

  it('reads a phrase of several words typed in the other layout, and leaves one alone that finds something', async () => {
    expect(await found('frth rkbyjdjq')).toEqual({ products: 1 })
    expect(await found('анкер rkbyjdjq')).toEqual({ products: 1 })
    expect(await found('gjcnfdrb')).toEqual({ contracts: 1 })
    expect(await found('gtnhjdf')).toEqual({ contacts: 1 })
  })

  it('finds nothing that the person has no right to', async () => {
    client = await build.user({ companies: [company], capabilities: [] })
    for (const phrase of ['10-24', '1124', 'поставки', 'заказ']) expect(await found(phrase)).toEqual({})
  })
})
