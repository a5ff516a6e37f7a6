import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { companiesOf } from '@/collections/clients/companies/company.own.queries'
import { subclientSums } from '@/collections/clients/companies/company.subclients.queries'
import { listDocuments } from '@/collections/documents/documents/document.queries'
import { listOrders } from '@/collections/sales/orders/order.queries'
import { actorOf } from '@/src/mechanisms/access/actor'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { heldIn, reachingSubclients } from '@/src/mechanisms/access/heldIn'
import { isHeldFor } from '@/src/mechanisms/access/heldFor'
import { homeFor } from '@/tests/support/home'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { builders, type Builders } from '@/tests/builders/builders'

let payload: Payload
let build: Builders
/** `sub` and `poor` are the partner's, `foreign` is of another partner. */
let ids: Record<'own' | 'sub' | 'poor' | 'rival' | 'foreign', string>
let partner: string

const EVERYTHING = { search: '', filters: {}, sort: { key: 'date', dir: 'desc' }, page: 1, perPage: 25 } as const
const contextIn = async (company: string, more: Partial<QueryContext> = {}): Promise<QueryContext> => ({
  ...(await build.context('users', partner, company)),
  ...more,
})

describe('sub-clients of a partner', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    const own = await build.company({ name: 'Двор' })
    const rival = await build.company({ name: 'Соперник' })
    ids = {
      own,
      rival,
      sub: await build.company({ name: 'Фасад', partnerId: own, debt: 70_00, overdue: 20_00 }),
      poor: await build.company({ name: 'Юг', partnerId: own, debt: 5_00, currency: 'USD' }),
      foreign: await build.company({ name: 'Чужой', partnerId: rival, debt: 999_00 }),
    }
    partner = await build.user({ kind: 'partner', companies: [own] })
  })

  it('[ROLE-02] stand in the switcher of their partner below the own ones, and in nobody else’s', async () => {
    expect((await companiesOf(payload, partner)).map(({ name, partner: of }) => [name, of])).toEqual([
      ['Двор', null],
      ['Фасад', ids.own],
      ['Юг', ids.own],
    ])
    const client = await build.user({ companies: [ids.own] })
    expect((await companiesOf(payload, client)).map(({ name }) => name)).toEqual(['Двор'])
  })

  it('[ROLE-02] are read by what the partner may read of their own, and nothing is done for them', async () => {
    const actor = await actorOf(await build.as('users', partner))
    const held = heldIn(actor, { id: ids.sub, partner: ids.own })
    expect([...held].sort()).toEqual([
      'balance.read',
      'company.read',
      'contracts.read',
      'documents.read',
      'orders.read',
    ])
    expect([...reachingSubclients()].filter((one) => !held.has(one))).toEqual([])
    for (const capability of ['orders.read', 'documents.read', 'balance.read']) {
      expect(await isHeldFor(payload, actor, ids.sub, capability)).toBe(true)
      expect(await isHeldFor(payload, actor, ids.foreign, capability)).toBe(false)
    }
    expect(heldIn(actor, { id: ids.foreign, partner: ids.rival })).toEqual(new Set())
    const client = await actorOf(await build.as('users', await build.user({ companies: [ids.own] })))
    expect(heldIn(client, { id: ids.sub, partner: ids.own })).toEqual(new Set())
  })

  it('[ROLE-02] lists of the partner’s own company hold theirs beside it, one chosen its own alone, and never another partner’s', async () => {
    for (const [key, company] of Object.entries(ids)) {
      await build.order({ companyId: company, number: key })
      await build.document({ companyId: company, number: key })
    }
    const found = async (context: QueryContext) => ({
      orders: (await listOrders(context, { ...EVERYTHING, sort: { key: 'number', dir: 'asc' } })).rows
        .map(({ number }) => number)
        .sort(),
      documents: (await listDocuments(context, EVERYTHING)).rows.map(({ number }) => number).sort(),
    })
    const all = ['own', 'poor', 'sub']
    expect(await found(await contextIn(ids.own, { subclients: true }))).toEqual({ orders: all, documents: all })
    expect(await found(await contextIn(ids.own))).toEqual({ orders: ['own'], documents: ['own'] })
    expect(await found(await contextIn(ids.sub, { via: ids.own }))).toEqual({ orders: ['sub'], documents: ['sub'] })
    for (const more of [{}, { via: ids.own }, { via: ids.rival, subclients: true }])
      for (const company of [ids.foreign, ids.rival])
        expect(await found(await contextIn(company, more))).toEqual({ orders: [], documents: [] })
  })

  it('[ROLE-02] come to sums on the partner’s home, in each currency apart', async () => {
    await build.order({ companyId: ids.sub, status: 'working' })
    await build.order({ companyId: ids.foreign, status: 'working' })
    expect(await subclientSums(await contextIn(ids.own))).toEqual({
      count: 2,
      inWork: 1,
      debt: [
        { currency: 'RUB', amount: 70_00 },
        { currency: 'USD', amount: 5_00 },
      ],
      overdue: [{ currency: 'RUB', amount: 20_00 }],
    })
    expect(await subclientSums(await contextIn(ids.rival))).toBeNull()
    expect((await homeFor(await contextIn(ids.own))).cards['companies.subclients']).toBeDefined()
    expect((await homeFor(await contextIn(ids.sub, { via: ids.own }))).cards).not.toHaveProperty('companies.subclients')
    // Without the right to the balance it says how many there are, and not what they owe.
    const reader = await build.user({ kind: 'partner', companies: [ids.own], capabilities: ['company.read'] })
    const { cards } = await homeFor(await build.context('users', reader, ids.own))
    expect(cards['companies.subclients']).toMatchObject({ facts: [{ value: '2' }, { value: '1' }] })
    const client = await build.user({ companies: [ids.own] })
    expect((await homeFor(await build.context('users', client, ids.own))).cards).not.toHaveProperty(
      'companies.subclients',
    )
  })
})
