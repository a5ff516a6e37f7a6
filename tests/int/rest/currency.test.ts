import '@/collections/areas'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { schemaOf } from '@/endpoints/exchange/rest/openapi'
import { declaredResources, type Resource } from '@/src/mechanisms/exchange/items/defineResource'
import { forgetPortalSettings } from '@/src/mechanisms/portal/portalSettings'
import { results, world, type World } from './world'

type Item = Record<string, unknown>
/** Items without a currency, each with what it is right for it to have, and where that stands. */
type Row = { of: string; item: Item; right: string; shown: (it1c: World) => Promise<unknown> }

const byId = (table: string, id: string) => (it1c: World) =>
  it1c
    .one<{ currency: string }>(sql`select currency from ${sql.identifier(table)} where external_id = ${id}`)
    .then(({ currency }) => currency)
const read = (name: string, id: string) => async (it1c: World) =>
  (await it1c.call('GET', `${name}?externalId=${id}`)).body.items[0]?.currency
const order = { externalId: 'o-9', number: '9', lines: [{ name: 'Болт', qty: 1, price: 1, total: 1 }] }
const document = {
  externalId: 'i-9',
  company: 'usd',
  kind: 'invoice',
  number: '9',
  date: '2026-11-20',
  total: '100.00',
}
const contract = { externalId: 'd-9', company: 'usd', number: '9', date: '2026-01-01', amount: '5.00' }
const line = { externalId: 's-9', company: 'usd', at: '2026-11-20T10:00:00Z', amount: '5.00' }

/** The portal's own currency is KZT; client `usd` trades in USD, its contract `cny` in CNY, price type `eur` is in EUR. */
const OWN: Record<string, Row[]> = {
  companies: [
    {
      of: 'the portal',
      item: { externalId: 'co-9', name: 'Новый', debt: '5.00' },
      right: 'KZT',
      shown: byId('companies', 'co-9'),
    },
    {
      of: 'its price type',
      item: { externalId: 'co-9', name: 'Новый', priceType: 'eur' },
      right: 'EUR',
      shown: byId('companies', 'co-9'),
    },
  ],
  contracts: [
    { of: 'the client', item: contract, right: 'USD', shown: byId('contracts', 'd-9') },
    { of: 'its price type', item: { ...contract, priceType: 'eur' }, right: 'EUR', shown: byId('contracts', 'd-9') },
    {
      of: 'the contract that it adds to',
      item: { ...contract, parent: 'cny', priceType: 'eur' },
      right: 'CNY',
      shown: byId('contracts', 'd-9'),
    },
  ],
  schedules: [
    {
      of: 'the contract',
      item: { contract: 'cny', lines: [{ dueDate: '2026-12-01', amount: '10.00' }] },
      right: 'CNY',
      shown: read('schedules', 'cny'),
    },
  ],
  balances: [
    {
      of: 'the client',
      item: { company: 'usd', amount: '5.00', at: '2026-11-20T10:00:00Z' },
      right: 'USD',
      shown: read('balances', 'usd'),
    },
    {
      of: 'the contract',
      item: { company: 'usd', contract: 'cny', amount: '5.00', at: '2026-11-20T10:00:00Z' },
      right: 'CNY',
      shown: read('balances', 'cny'),
    },
  ],
  'statement-lines': [
    { of: 'the client', item: line, right: 'USD', shown: read('statement-lines', 's-9') },
    { of: 'the contract', item: { ...line, contract: 'cny' }, right: 'CNY', shown: read('statement-lines', 's-9') },
  ],
  // They have no currency of their own: their sums are those of the client or the contract.
  debts: [{ of: 'the client', item: { company: 'usd', debt: '5.00' }, right: 'USD', shown: byId('companies', 'usd') }],
  'credit-limits': [
    {
      of: 'the contract',
      item: { company: 'usd', contract: 'cny', creditLimit: '5.00' },
      right: 'CNY',
      shown: byId('contracts', 'cny'),
    },
  ],
  documents: [
    { of: 'the client', item: document, right: 'USD', shown: byId('documents', 'i-9') },
    { of: 'the contract', item: { ...document, contract: 'cny' }, right: 'CNY', shown: byId('documents', 'i-9') },
    {
      of: 'the order',
      item: { ...document, contract: 'cny', order: 'o-1' },
      right: 'GBP',
      shown: byId('documents', 'i-9'),
    },
  ],
  orders: [
    { of: 'the client', item: { ...order, company: 'usd' }, right: 'USD', shown: byId('orders', 'o-9') },
    {
      of: 'the contract',
      item: { ...order, company: 'usd', contract: 'cny' },
      right: 'CNY',
      shown: byId('orders', 'o-9'),
    },
  ],
}

const MONEY = /"(amount|total|price|paid|debt|overdue|creditLimit|vat|discount|balance)":/
const withMoney = declaredResources().filter((resource) => MONEY.test(JSON.stringify(schemaOf(resource))))

/** What has no rows here takes the currency of its client: the example of its declaration shows an item. */
const ofItsClient = ({ name, example }: Resource): Row => {
  const { currency: _currency, ...item } = example as Item
  const shown = read(name, String(item.externalId))
  return { of: 'the client', item: { ...item, company: 'usd' }, right: 'USD', shown }
}
const TABLE: Record<string, Row[]> = {
  ...OWN,
  ...Object.fromEntries(
    withMoney.filter(({ name }) => !(name in OWN)).map((resource) => [resource.name, [ofItsClient(resource)]]),
  ),
}

let it1c: World

const setPortal = async (currency: string | null): Promise<void> => {
  await it1c.rows(sql`delete from portal_settings`)
  await it1c.rows(sql`insert into portal_settings (currency, contracts_only_for_users) values (${currency}, false)`)
  forgetPortalSettings()
}

beforeEach(async () => {
  it1c = await world()
  await setPortal('KZT')
  await it1c.rows(
    sql`insert into price_types (name, currency, external_id, created_at, updated_at) values ('Опт', 'EUR', 'eur', now(), now())`,
  )
  await it1c.put('companies', [{ externalId: 'usd', name: 'Первый', currency: 'USD' }])
  await it1c.put('contracts', [{ externalId: 'cny', company: 'usd', number: '1', date: '2026-01-01', currency: 'CNY' }])
  await it1c.put('orders', [
    {
      externalId: 'o-1',
      number: '1',
      company: 'usd',
      currency: 'GBP',
      lines: [{ name: 'Болт', qty: 1, price: 1, total: 1 }],
    },
  ])
  return () => forgetPortalSettings()
})

describe('[EXCH-06] a currency that is left out', () => {
  it('is looked at for every resource that knows money', () => {
    expect(withMoney.map(({ name }) => name).sort()).toEqual(Object.keys(TABLE).sort())
    expect(Object.keys(TABLE).length).toBeGreaterThan(Object.keys(OWN).length)
  })

  for (const [name, rows] of Object.entries(TABLE)) {
    for (const { of, item, right, shown } of rows) {
      it(`is that of ${of}: ${name}`, async () => {
        expect(results(await it1c.put(name, [item]))[0]).toMatch(/created|changed/)
        expect(await shown(it1c)).toBe(right)
        const resource = declaredResources().find((one) => one.name === name)
        if (!resource || !('currency' in resource.item.shape) || name === 'balances') return
        // One that was told once is left alone by an item that leaves it out, whatever the others have.
        expect(results(await it1c.put(name, [{ ...item, currency: 'JPY' }]))).toEqual(['changed'])
        await it1c.put(name, [item])
        expect(await shown(it1c)).toBe('JPY')
      })
    }
  }

  it('is refused with a reason where the portal has none either, and a known record is not', async () => {
    await setPortal(null)
    const [answer] = (await it1c.put('companies', [{ externalId: 'co-9', name: 'Новый' }])).body
    expect(answer).toMatchObject({ result: 'failed', code: 'exchange.currencyNeeded', field: 'currency' })
    expect(results(await it1c.put('companies', [{ externalId: 'usd', name: 'Другое имя' }]))).toEqual(['changed'])
    expect(await byId('companies', 'usd')(it1c)).toBe('USD')
  })
})
