import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { fillTrade } from '../load/pageTrade'
import { blocksOf, startBlockCount, type Read } from '@/tests/support/blocks'
import { visitorOf, type Visitor } from '@/tests/support/pageWords'
import { startPortal, type Portal } from '@/tests/support/portal'

/** A page may read so much more once others have much, for indexes grow higher. */
const TIMES = 1.3
const SPARE = 80

const own = `(select company_id from users where email = 'client@demo.kabinet')`

let portal: Portal
const addresses: Array<readonly [role: string, address: string]> = []

/** What each page reads, on the second visit. */
async function readsOf(visitors: ReadonlyMap<string, Visitor>): Promise<Map<string, Read[]>> {
  const count = await startBlockCount(portal.databaseUrl)
  const reads = new Map<string, Read[]>()
  for (const [role, address] of addresses) {
    const visit = async (): Promise<void> => {
      expect((await visitors.get(role)?.(address))?.status, address).toBe(200)
    }
    await visit()
    reads.set(`${role} ${address}`, await count.during(visit))
  }
  await count.stop()
  return reads
}

describe('what others have makes no page slower', () => {
  beforeAll(async () => {
    portal = await startPortal({ worker: false })
    const one = async (text: string): Promise<string> => {
      const [row] = await queryOnce(portal.databaseUrl, text)
      return encodeURIComponent(String(Object.values(row ?? {})[0]))
    }
    const order = await one(`select number from orders where company_id = ${own} order by placed_at desc limit 1`)
    const invoice = await one(
      `select number || '~' || left(id::text, 8) from documents where company_id = ${own} and kind = 'invoice' order by date desc limit 1`,
    )
    const pages = [
      '/',
      '/site-map',
      '/orders',
      '/orders?q=труба',
      `/orders/${order}`,
      '/contracts',
      '/documents',
      `/documents/${invoice}`,
      '/statement',
      '/cart',
      '/checkout',
      '/notifications',
      `/api/search?q=${order}`,
    ]
    addresses.push(
      ...pages.map((address) => ['client', address] as const),
      ['manager', '/admin/workplace/orders'],
      ['manager', '/admin/workplace/clients'],
    )
  })
  afterAll(() => portal?.stop())

  it('a page reads as much beside 20,000 orders of others as beside none', async () => {
    const visitors = new Map<string, Visitor>()
    for (const role of ['client', 'manager']) visitors.set(role, await visitorOf(portal.url, role))
    await queryOnce(portal.databaseUrl, 'vacuum analyze')
    const before = await readsOf(visitors)
    const client = new pg.Client({ connectionString: portal.databaseUrl })
    await client.connect()
    await fillTrade(client, { companies: 300, orders: 20_000, ledger: 20_000, documents: 20_000, notifications: 0 }, 0)
    // They have a manager of their own.
    await client.query(
      `update companies set manager_id = (select id from staff where role <> 'manager' order by email limit 1) where inn like '77000%'`,
    )
    await client.query('vacuum analyze')
    await client.end()
    const after = await readsOf(visitors)
    const grown = [...after].flatMap(([page, reads]) => {
      const was = blocksOf(before.get(page) ?? [])
      const is = blocksOf(reads)
      if (is <= was * TIMES + SPARE) return []
      const [dearest] = reads
      return [
        `${page}: ${was} -> ${is} pages; ${dearest?.blocks}: ${dearest?.text.replace(/\s+/g, ' ').slice(0, 1500)}`,
      ]
    })
    expect(grown).toEqual([])
  })
})
