import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { statementPrint } from '@/collections/money/accounts/account.print'
import { setCartLine } from '@/collections/sales/carts/cart.actions'
import { createOrderFromCart } from '@/collections/sales/orders/order.checkout.actions'
import { orderPrint } from '@/collections/sales/orders/order.print'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { post } from '@/src/mechanisms/ledger/post'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders

const ours = { name: 'ООО «Мы»', inn: '7707083893', kpp: '770701001', address: 'Москва, 1', phone: '+7 495 555-01-00' }

describe('what was filled in, down to the row and to the paper', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
    await emptyDatabase()
    await payload.updateGlobal({
      slug: 'company-details',
      data: {
        name: 'Мы',
        legalName: ours.name,
        inn: ours.inn,
        kpp: ours.kpp,
        address: ours.address,
        phone: ours.phone,
      },
    })
  })

  it('[SHOP-15] an order in dollars of a price without VAT, of a break, in the name of a payer', async () => {
    // Another price of the same goods stands beside the client’s own, and one that 1C took away.
    const [type, base] = [
      await make.priceType({ vatIncluded: false, currency: 'USD' }),
      await make.priceType({ base: true }),
    ]
    const manager = await make.staff({ name: 'Анна Воронова' })
    const company = await make.company({ name: 'Стройград', priceTypeId: type, managerId: manager })
    const user = await make.user({ companies: [company], name: 'Олег' })
    const contractor = await make.contractor({
      companyId: company,
      name: 'Лютик',
      legalName: 'ООО «Лютик»',
      inn: '7736050003',
      kpp: '773601001',
      legalAddress: 'Тверь, 2',
    })
    const contract = await make.contract({ companyId: company, number: 'Д-9' })
    const { sku } = await make.product({ name: 'Болт', article: 'Б-1', prices: { [base]: 1_000 }, vatRate: 10 })
    for (const [minQty, price, active] of [
      [0, 10_000, true],
      [5_000, 9_000, true],
      [7_000, 1_000, false],
    ] as const) {
      await query(
        payload,
        sql`insert into prices (sku_id, price_type_id, min_qty, price, per_qty, currency, active, created_at, updated_at) values (${sku}, ${type}, ${minQty}, ${price}, 1000, 'USD', ${active}, now(), now())`,
      )
    }
    await runAction(setCartLine, { req: await make.as('users', user), input: { company, sku, qty: 10_000 } })
    const asked = {
      company,
      contractor,
      contract,
      deliveryMethod: 'delivery',
      deliveryAddress: 'Склад, 5',
      paymentMethod: 'invoice',
      comment: 'до обеда',
      clientReference: 'PO-1',
      wantedDate: '2099-01-15',
    } as const
    const {
      orders: [placed],
    } = await runAction(createOrderFromCart, { req: await make.as('users', user), input: asked })
    const number = placed?.number ?? ''
    // 9,00 without VAT is 9,90 with it.
    expect(placed).toMatchObject({ total: 9_90, currency: 'USD' })
    const [row] = await query(
      payload,
      sql`select company_id::text as company, contractor_id::text as contractor, contract_id::text as contract, author_id::text as author, delivery_method::text as method, delivery_address as address,
      warehouse_id as warehouse, payment_method::text as payment, comment, client_reference as reference, wanted_date as wanted, total::int, vat::int, paid::int, currency, line_count::int as lines, status::text from orders`,
    )
    expect(row).toEqual({
      company,
      contractor,
      contract,
      author: user,
      method: 'delivery',
      address: 'Склад, 5',
      warehouse: null,
      payment: 'invoice',
      comment: 'до обеда',
      reference: 'PO-1',
      wanted: '2099-01-15 00:00:00+00',
      total: 9_90,
      vat: 90,
      paid: 0,
      currency: 'USD',
      lines: 1,
      status: 'submitted',
    })
    const [line] = await query(
      payload,
      sql`select position::int, sku_id::text as sku, name, article, unit, qty::int, price::int, total::int, discount::int, vat_rate::int as vat, shipped_qty::int as shipped from order_lines`,
    )
    expect(line).toEqual({
      position: 1,
      sku,
      name: 'Болт',
      article: 'Б-1',
      unit: 'шт',
      qty: 10_000,
      price: 9_900,
      total: 9_90,
      discount: 0,
      vat: 10,
      shipped: 0,
    })
    const [event] = await query<{ data: object }>(payload, sql`select data from events where type = 'order.submitted'`)
    expect(event?.data).toMatchObject({
      number,
      sum: { amount: 9_90, currency: 'USD' },
      lines: 1,
      companyName: 'Стройград',
    })
    expect(await query(payload, sql`select 1 from cart_lines`)).toEqual([])
    const [ordered] = await query<{ id: string }>(payload, sql`select id::text from orders`)
    const paper = await orderPrint.data(await make.context('users', user, company), String(ordered?.id), 'ru')
    expect({ ...paper, date: null }).toEqual({
      number,
      date: null,
      supplier: ours,
      buyer: { name: 'ООО «Лютик»', inn: '7736050003', kpp: '773601001', address: 'Тверь, 2', phone: undefined },
      contract: 'Д-9',
      status: 'Оформлен',
      delivery: 'Доставка',
      address: 'Склад, 5',
      wantedDate: '2099-01-15',
      manager: 'Анна Воронова',
      comment: 'до обеда',
      currency: 'USD',
      lines: [{ name: 'Болт', article: 'Б-1', unit: 'шт', qty: 10_000, price: 9_900, total: 9_90 }],
      total: 9_90,
      vat: 90,
    })
  })

  it('[CONTR-05] a statement: both sides, every line on its day of the zone, in its column', async () => {
    const company = await make.company({
      name: 'Ромашка',
      legalName: 'ООО «Ромашка»',
      inn: '7707083893',
      kpp: '770701001',
      address: 'Тверь',
      phone: '+74950000001',
    })
    const contract = await make.contract({ companyId: company, number: 'Д-5' })
    const account = await make.account({ companyId: company, contractId: contract, currency: 'USD' })
    const context = await make.context('users', await make.user({ companies: [company] }), company)
    const move = (at: string, amount: number, kind: string, memo = {}) =>
      post(context.req, {
        kind,
        at,
        currency: 'USD',
        memo,
        postings: [
          { account: `account:${account}`, amount },
          { account: 'erp:USD', amount: -amount },
        ],
      })
    await move('2026-01-31T12:00:00Z', -500_00, 'shipment')
    await move('2026-02-09T21:30:00Z', 200_00, 'payment', { number: '7', text: 'по счёту 5' })
    await move('2026-02-28T20:59:00Z', -50_00, 'shipment', { number: '8' })
    expect({
      ...(await statementPrint(
        context,
        account,
        { from: '2026-02-01', to: '2026-02-28', zone: 'Europe/Moscow' },
        'ru',
      )),
      madeOn: null,
    }).toEqual({
      issuer: ours,
      client: { name: 'ООО «Ромашка»', inn: '7707083893', kpp: '770701001', address: 'Тверь', phone: '+74950000001' },
      contract: 'Д-5',
      currency: 'USD',
      from: '2026-02-01',
      to: '2026-02-28',
      madeOn: null,
      opening: -500_00,
      closing: -350_00,
      rows: [
        { date: '2026-02-10', document: 'Оплата № 7, по счёту 5', credit: 200_00, debit: 0 },
        { date: '2026-02-28', document: expect.stringMatching(/№ 8$/), credit: 0, debit: 50_00 },
      ],
    })
  })
})
