import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listClients } from '@/collections/clients/companies/company.queries'
import { contractById, listContracts, nextPayment } from '@/collections/contracts/contracts/contract.queries'
import { listDocuments } from '@/collections/documents/documents/document.queries'
import { clientStanding, contractStanding, financeOf } from '@/collections/sales/credit/standing.queries'
import { homeCardsFor } from '@/src/mechanisms/home/defineHomeCard'
import { setCartLine } from '@/collections/sales/carts/cart.actions'
import { cartOf, creditOf } from '@/collections/sales/carts/cart.queries'
import { createOrderFromCart } from '@/collections/sales/orders/order.checkout.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import type { ListInput } from '@/src/mechanisms/lists/listSql'
import { asksFor } from '@/src/mechanisms/asks/defineAsk'
import { builders, type Builders } from '@/tests/builders/builders'
import { drawnAs } from '@/tests/support/home'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let company: string
let contract: string
let client: string
let manager: string

const day = (days: number): Date => new Date(Date.now() + days * 86_400_000)
const mine = () => build.context('users', client, company)

const everything: ListInput = { search: '', filters: {}, sort: { key: '', dir: 'asc' }, page: 1, perPage: 50 }

/** What each place has to say, in minor units. */
const EXPECTED = {
  debt: 48_210_00,
  overdue: 8_210_00,
  reserved: 130_000_00,
  limit: 600_000_00,
  free: 421_790_00,
  currency: 'RUB',
}

describe('one number, one truth', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    manager = await build.staff()
    const money = { creditLimit: EXPECTED.limit, debt: EXPECTED.debt, overdue: EXPECTED.overdue }
    company = await build.company({ managerId: manager, balance: -EXPECTED.debt, ...money })
    contract = await build.contract({ companyId: company, ...money })
    client = await build.user({ companies: [company] })
    const order = (fields: Record<string, unknown>) =>
      build.order({ companyId: company, contractId: contract, paymentMethod: 'credit', ...fields })
    // Holds: what is neither shipped nor paid of an order on credit that is on its way.
    await order({ status: 'submitted', total: 10_000_00 })
    await order({ status: 'confirmed', total: 60_000_00, paid: 20_000_00 })
    const partly = await order({ status: 'working', total: 100_000_00 })
    await build.orderLine({ orderId: partly, companyId: company, qty: 4_000, shippedQty: 1_000, total: 80_000_00 })
    await build.orderLine({ orderId: partly, companyId: company, qty: 1_000, total: 20_000_00 })
    // Holds nothing: shipped (it is debt now), over, paid more than it is worth, by invoice, in another currency, of another client.
    await order({ status: 'shipped', total: 48_210_00 })
    await order({ status: 'closed', total: 1_00 })
    await order({ status: 'cancelled', total: 2_00 })
    await order({ status: 'working', total: 4_00, paid: 5_00 })
    await order({ status: 'working', total: 8_00, paymentMethod: 'invoice' })
    await order({ status: 'working', total: 16_00, currency: 'USD' })
    await build.order({ companyId: await build.company(), status: 'working', total: 32_00, paymentMethod: 'credit' })
  })

  it('[CONTR-05] debt, overdue, reserved and free are the same on home, in settlements, at the contract, in the cart and at the manager’s', async () => {
    const context = await mine()
    const balance = drawnAs(await homeCardsFor(context), 'balance')
    const cart = async () => {
      const { overdueBlocks: _rule, ...credit } = await creditOf(payload, company)
      return credit
    }
    const table = {
      home: { ...balance?.limit, currency: balance?.currency },
      settlements: await financeOf(context),
      contract: await contractStanding(context, contract),
      cart: await cart(),
      client: await clientStanding(await build.context('staff', manager), company),
    }
    for (const [place, standing] of Object.entries(table)) expect(standing, place).toMatchObject(EXPECTED)
    const {
      rows: [row],
    } = await listClients(await build.context('staff', manager), everything)
    expect(row).toMatchObject({ debt: EXPECTED.debt, overdue: EXPECTED.overdue })
    expect(await contractById(context, contract)).toMatchObject({
      debt: EXPECTED.debt,
      overdue: EXPECTED.overdue,
      creditLimit: EXPECTED.limit,
    })
  })

  it('a cart of exactly what is free goes on credit, a kopeck more does not', async () => {
    const type = await build.priceType({ base: true })
    await payload.updateGlobal({ slug: 'portal-settings', data: { overdueBlocksOrders: false } })
    const put = async (kopecks: number): Promise<void> => {
      const { sku } = await build.product({ prices: { [type]: kopecks * 100 } })
      await runAction(setCartLine, { req: await build.as('users', client), input: { company, sku, qty: 1_000 } })
    }
    const place = async () =>
      runAction(createOrderFromCart, {
        req: await build.as('users', client),
        input: { company, deliveryMethod: 'pickup', paymentMethod: 'credit' },
      })
    await put(EXPECTED.free)
    expect((await cartOf(await mine()))?.feasibility).toMatchObject({
      limit: { left: EXPECTED.free, leftAfter: 0, enough: true },
      onCredit: true,
    })
    await put(1)
    expect((await cartOf(await mine()))?.feasibility.onCredit).toBe(false)
    await expect(place()).rejects.toMatchObject({ code: 'order.limitExceeded' })
  })

  it('invoices to pay are the same in the list, in its sum and among what is asked for', async () => {
    const cancelled = await build.order({ companyId: company, status: 'cancelled' })
    await build.document({ companyId: company, number: '1', total: 500_00, paid: 200_00, dueDate: day(3) })
    await build.document({
      companyId: company,
      number: '2',
      total: 100_00,
      paid: 0,
      orderId: cancelled,
      dueDate: day(-3),
    })
    await build.document({ companyId: company, number: '3', total: 100_00, paid: 150_00 })
    await build.document({ companyId: company, number: '4', total: 100_00, cancelled: true })
    await build.document({ companyId: company, number: '5', kind: 'act', total: 900_00 })
    const all = await listDocuments(await mine(), everything)
    expect(all.unpaid).toEqual([{ currency: 'RUB', amount: 300_00 }])
    expect(
      all.rows
        .filter(({ cancelled: gone }) => gone)
        .map(({ number }) => number)
        .sort(),
    ).toEqual(['2', '4'])
    const unpaid = await listDocuments(await mine(), { ...everything, filters: { unpaid: { kind: 'flag' } } })
    expect(unpaid.rows.map(({ number }) => number)).toEqual(['1'])
    const asks = (await asksFor(await mine())).filter(({ key }) => key.startsWith('invoice:'))
    expect(asks.map(({ amount }) => amount?.amount)).toEqual([300_00])
  })

  it('the next payment is one that is owed by a contract in force, on home, in the list and among what is asked for', async () => {
    const over = await build.contract({ companyId: company, status: 'terminated' })
    await build.scheduleLine({ companyId: company, contractId: over, dueDate: day(1), amount: 1_00 })
    await build.scheduleLine({ companyId: company, contractId: contract, dueDate: day(2), amount: 75_00, paid: null })
    expect(await nextPayment(await mine())).toMatchObject({ contract, amount: 75_00, paid: 0 })
    const { rows } = await listContracts(await mine(), everything)
    expect(rows.find(({ id }) => id === contract)?.nextAmount).toBe(75_00)
    expect(
      (await asksFor(await mine()))
        .filter(({ key }) => key.startsWith('schedule:'))
        .map(({ amount }) => amount?.amount),
    ).toEqual([75_00])
  })

  it('shows no standing to those who may not see it', async () => {
    const stranger = await build.user({ companies: [await build.company()] })
    const context = await build.context('users', stranger, company)
    expect([await financeOf(context), await contractStanding(context, contract)]).toEqual([null, null])
    expect(await clientStanding(await build.context('staff', await build.staff()), company)).toBeNull()
  })
})
