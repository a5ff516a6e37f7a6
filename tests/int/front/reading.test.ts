import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { listProducts, productBySlug } from '@/collections/catalogue/products/product.queries'
import { forgetPortalSettings } from '@/src/mechanisms/portal/portalSettings'
import { execute } from '@/src/mechanisms/database/query'
import { frontAs } from '@/tests/support/front'
import { frontWorld, type FrontWorld } from './world'

let at: FrontWorld
beforeEach(async () => {
  at = await frontWorld()
})

describe('[EXCH-36] JSON for one’s own front end: goods', () => {
  it('tells price, breaks, packs and stock of the company that asks, with facets and counts of the page', async () => {
    const { status, body } = await at.call('GET', '/goods?section=bolts&sort=name')
    expect(status).toBe(200)
    const page = await listProducts(await at.make.context('users', at.user, at.company), {
      group: 'bolts',
      sort: 'name',
    })
    expect(body.items.map((one: { id: string }) => one.id)).toEqual(page.rows.map(({ id }) => id))
    expect(body.total).toBe(2)
    expect(body.items[0]).toMatchObject({
      name: 'Болт М12',
      price: '12.3456',
      currency: 'RUB',
      packSize: '10',
      brand: 'Метиз',
      stock: { level: 'low', qty: '25' },
      rule: { whole: true, least: '10', steps: [{ from: '0', by: '10', packs: true }] },
      sku: at.bolt.sku,
    })
    expect(body.items[1]).toMatchObject({ name: 'Гайка М12', price: null, stock: { level: 'out', qty: '0' } })
    expect(body.facets).toMatchObject({
      brands: [{ slug: 'metiz', name: 'Метиз', count: 1 }],
      warehouses: [{ slug: 'khimki', name: 'Химки', count: 1 }],
      price: { from: '12.3456', to: '12.3456' },
      properties: [
        {
          name: 'Диаметр',
          values: [
            { value: 'М10', count: 1 },
            { value: 'М12', count: 1 },
          ],
        },
      ],
    })
    expect(body.priceType).toBe('Опт')
  })

  it('sifts by words, brand, property, warehouse, price and stock, page by page', async () => {
    const names = async (question: string): Promise<string[]> => {
      const { status, body } = await at.call('GET', `/goods?${question}`)
      expect({ question, status }).toEqual({ question, status: 200 })
      return body.items.map(({ name }: { name: string }) => name)
    }
    expect(await names('q=гайка')).toEqual(['Гайка М12'])
    expect(await names('brand=metiz&brand=none')).toEqual(['Болт М12'])
    expect(await names(`property=${encodeURIComponent('Диаметр=М10')}`)).toEqual(['Гайка М12'])
    expect(await names('warehouse=khimki')).toEqual(['Болт М12'])
    expect(await names('inStock=1')).toEqual(['Болт М12'])
    expect(await names('priceFrom=12.34&priceTo=12.35')).toEqual(['Болт М12'])
    expect(await names('priceFrom=13')).toEqual([])
    expect(await names('page=2')).toEqual([])
  })

  it('gives one with its variants as its page has it, and says stock in words where the portal does', async () => {
    const page = await productBySlug(await at.make.context('users', at.user, at.company), at.bolt.slug)
    const { body } = await at.call('GET', `/goods/${at.bolt.product}`)
    expect(body).toMatchObject({ id: page?.id, slug: at.bolt.slug, vatRate: 20, price: '12.3456' })
    expect(body.skus).toMatchObject([{ id: at.bolt.sku, price: '12.3456', warehouses: [{ name: 'Химки' }] }])
    await execute(at.payload, sql`insert into portal_settings (show_stock) values ('words')`)
    forgetPortalSettings()
    const { body: worded } = await at.call('GET', `/goods/${at.bolt.product}`)
    expect(worded.stock).toEqual({ level: 'low', qty: null })
    expect((await at.call('GET', '/goods')).text).not.toContain('"qty":"25"')
  })

  it('is told no more than that when nothing has changed since', async () => {
    const first = await at.call('GET', '/goods')
    const tag = first.headers.get('etag') ?? ''
    const same = await at.call('GET', '/goods', { headers: { 'if-none-match': tag } })
    expect([same.status, same.text]).toEqual([304, ''])
    await execute(at.payload, sql`update prices set price = 130000 where sku_id = ${at.bolt.sku}`)
    expect((await at.call('GET', '/goods', { headers: { 'if-none-match': tag } })).status).toBe(200)
  })
})

describe('[EXCH-36] JSON for one’s own front end: records', () => {
  it('an order comes with lines, shipments, payments, papers and what can be done with it', async () => {
    const { status, body } = await at.call('GET', `/orders/${at.order}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ total: '1234.56', currency: 'RUB', state: { key: 'submitted' } })
    expect(body.lines).toMatchObject([{ name: 'Болт М12', qty: '10', product: at.bolt.slug }])
    const kinds = (rows: Array<{ kind: { key: string } }>): string[] => rows.map(({ kind }) => kind.key)
    expect([kinds(body.shipments), kinds(body.payments), kinds(body.papers)]).toEqual([
      ['upd'],
      ['payment'],
      ['invoice'],
    ])
    expect(body.transitions.map(({ name }: { name: string }) => name)).toContain('withdraw')
  })

  it('lists answer as the pages do: filters, order, counts, totals', async () => {
    await at.make.order({ companyId: at.company, status: 'closed', total: 10_00 })
    const { body } = await at.call('GET', '/orders?status=submitted&sum.from=1000')
    expect(body).toMatchObject({ total: 1, page: 1, perPage: 25, totals: { total: { sums: [{ amount: '1234.56' }] } } })
    expect(body.counts).toMatchObject({ work: 1 })
    expect((await at.call('GET', '/orders?sort=total')).body.items[0].total).toBe('10.00')
    expect((await at.call('GET', '/documents?kind=upd,payment')).body.total).toBe(2)
    expect((await at.call('GET', '/contracts')).body.items).toMatchObject([{ id: at.contract }])
    expect((await at.call('GET', `/contracts/${at.contract}`)).body.schedule).toHaveLength(1)
  })

  it('balance, statement, notifications, sections, and who I am', async () => {
    expect((await at.call('GET', '/accounts/balance')).body).toMatchObject({
      limit: '500.00',
      accounts: [{ id: at.account, currency: 'RUB' }],
    })
    const day = new Date().toISOString().slice(0, 10)
    const next = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    const { body } = await at.call('GET', `/accounts/${at.account}/statement?from=2020-01-01&to=${next}`)
    expect(body).toMatchObject({ outgoing: '1.00', lines: [{ amount: '-1.00' }] })
    expect(body.lines[0].at.slice(0, 10)).toBe(day)
    expect((await at.call('GET', '/notifications')).body).toMatchObject({ unread: 1, items: [{ read: false }] })
    expect((await at.call('POST', '/notifications/read', { body: {} })).body).toEqual({ marked: 1 })
    expect((await at.call('GET', '/sections')).body.items).toEqual([
      { slug: 'bolts', name: 'Болты', parent: null, depth: 0, count: 2 },
    ])
    const me = (await at.call('GET', '/me')).body
    expect(me).toMatchObject({ id: at.user, company: at.company, companies: [{ id: at.company, name: 'Север' }] })
    expect(me.companies[0].capabilities).toContain('orders.read')
  })

  it('a person who is signed in is answered the same as their key', async () => {
    const session = await frontAs(at.payload, at.user)
    for (const path of ['/goods', '/orders', `/orders/${at.order}`, '/me', '/accounts/balance'])
      expect((await session('GET', path)).body).toEqual((await at.call('GET', path)).body)
  })
})
