import type { Payload } from 'payload'
import { forgetCounts } from '@/collections/catalogue/products/rememberedCounts'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { post } from '@/src/mechanisms/ledger/post'
import { forgetSwitches } from '@/src/mechanisms/modules/switches'
import { builders } from '@/tests/builders/builders'
import { makeKey } from '@/tests/support/front'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

export type FrontWorld = Awaited<ReturnType<typeof frontWorld>>

/** Two companies with something of everything, a person and a key of each. */
export async function frontWorld() {
  const payload: Payload = await getTestPayload()
  await emptyDatabase()
  for (const forget of [forgetCounts, forgetSwitches]) forget()
  const make = builders(payload)
  const [base, special] = [await make.priceType({ base: true }), await make.priceType({ name: 'Опт' })]
  const company = await make.company({ priceTypeId: special, accessKeys: true, creditLimit: 500_00, name: 'Север' })
  const other = await make.company({ accessKeys: true, name: 'Юг' })
  const [user, stranger] = [await make.user({ companies: [company] }), await make.user({ companies: [other] })]
  const group = await make.group({ name: 'Болты', slug: 'bolts' })
  const brand = await make.brand({ name: 'Метиз', slug: 'metiz' })
  const warehouse = await make.warehouse({ name: 'Химки' })
  const bolt = await make.product({
    name: 'Болт М12',
    groupId: group,
    brandId: brand,
    packSize: 10_000,
    properties: { Диаметр: 'М12' },
    prices: { [base]: 200_000, [special]: 123_456 },
    stock: { [warehouse]: 25_000 },
  })
  const nut = await make.product({
    name: 'Гайка М12',
    groupId: group,
    properties: { Диаметр: 'М10' },
    prices: { [base]: 50_000 },
  })
  const order = await make.order({ companyId: company, warehouseId: warehouse, total: 1_234_56, authorId: user })
  await make.orderLine({
    orderId: order,
    companyId: company,
    skuId: bolt.sku,
    name: 'Болт М12',
    qty: 10_000,
    position: 1,
  })
  const contract = await make.contract({ companyId: company })
  await make.scheduleLine({ contractId: contract, companyId: company })
  const paper = (kind: string) => make.document({ companyId: company, orderId: order, kind })
  const [invoice] = [await paper('invoice'), await paper('payment'), await paper('upd')]
  const account = await make.account({ companyId: company, balance: 100_00 })
  await make.contractor({ companyId: company })
  const foreign = {
    order: await make.order({ companyId: other }),
    document: await make.document({ companyId: other }),
    contract: await make.contract({ companyId: other }),
    account: await make.account({ companyId: other }),
  }
  const event = await insertRow(payload, 'events', {
    type: 'order.confirmed',
    entity: 'orders',
    entityId: order,
    companyId: company,
  })
  await insertRow(payload, 'notifications', {
    eventId: event,
    key: 'client',
    userId: user,
    companyId: company,
    title: 'Заказ подтверждён',
    inFeed: true,
  })
  await post((await make.context('users', user, company)).req, {
    kind: 'invoice',
    externalId: 'p-1',
    at: new Date().toISOString(),
    currency: 'RUB',
    memo: {},
    postings: [
      { account: `account:${account}`, amount: -100 },
      { account: 'erp:RUB', amount: 100 },
    ],
  })
  await refreshProductSearch(payload)
  const { key, call } = await makeKey(payload, { user, company })
  return {
    payload,
    make,
    company,
    other,
    user,
    stranger,
    warehouse,
    bolt,
    nut,
    order,
    contract,
    invoice,
    account,
    foreign,
    key,
    call,
  }
}
