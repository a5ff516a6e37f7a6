import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { visitorOf, type Visitor } from '@/tests/support/pageWords'
import { startPortal, type Portal } from '@/tests/support/portal'
import { longestChain, startStatementProxy, type Seen, type StatementProxy } from '@/tests/support/statementProxy'

/** Long beside what a page computes between two statements: what is sent at once overlaps. */
const HOLD_MS = 150
const LONGEST = 5
const VISITS = 3
/** The panel's frame is Payload's own: it reads who is there, their preferences and their rights one after another. */
const LONGEST_IN_PANEL = 7

let proxy: StatementProxy
let portal: Portal
let client: Visitor
let manager: Visitor

const pages: ReadonlyArray<readonly [name: string, address: () => Promise<string>]> = [
  ['the site map', async () => '/site-map'],
  ['home', async () => '/'],
  [
    'a section',
    async () =>
      `/catalogue/${await one(`select slug from groups g where active and parent_id is null and exists (select 1 from product_facts f join groups s on s.id = f.group_id where s.id = g.id or s.parent_id = g.id) order by slug limit 1`)}`,
  ],
  [
    'a search',
    async () =>
      `/catalogue?q=${encodeURIComponent(await one(`select word from search_words where length(word) > 5 order by uses desc, word limit 1`))}`,
  ],
  ['a product', async () => `/products/${await one(`select slug from products where active order by slug limit 1`)}`],
  ['the cart', async () => '/cart'],
  ['checkout', async () => '/checkout'],
  ['orders', async () => '/orders'],
  [
    'an order',
    async () =>
      `/orders/${encodeURIComponent(await one(`select number from orders where company_id = ${own} order by placed_at desc limit 1`))}`,
  ],
  ['documents', async () => '/documents'],
  [
    'a document',
    async () =>
      `/documents/${await one(`select number || '~' || left(id::text, 8) from documents where company_id = ${own} and kind = 'invoice' order by date desc limit 1`)}`,
  ],
  ['a statement', async () => '/statement'],
  ['notifications', async () => '/notifications'],
]
const own = `(select company_id from users where email = 'client@demo.kabinet')`

async function one(text: string): Promise<string> {
  const [row] = await queryOnce(portal.databaseUrl, text)
  return String(Object.values(row ?? {})[0])
}

const told = (seen: readonly Seen[]): string =>
  longestChain(seen)
    .map(({ text }) => text.replace(/\s+/g, ' ').slice(0, 120))
    .join('\n')

/**
 * What the page waits for once its process is warm, of several visits the one that waited least: a statement that needs the
 * answer of another follows it at every visit, one that a busy machine sent late only at some.
 */
async function seenAt(visitor: Visitor, address: string): Promise<Seen[]> {
  for (let visit = 0; visit < 2; visit += 1) expect((await visitor(address)).status, address).toBe(200)
  const visits: Seen[][] = []
  for (let visit = 0; visit < VISITS; visit += 1) visits.push(await proxy.during(() => visitor(address)))
  return visits.reduce((least, seen) => (longestChain(seen).length < longestChain(least).length ? seen : least))
}

describe('a page waits for few statements one after another', () => {
  beforeAll(async () => {
    portal = await startPortal({
      worker: false,
      through: async (databaseUrl) => {
        proxy = await startStatementProxy(databaseUrl, HOLD_MS)
        return proxy.url
      },
    })
    client = await visitorOf(portal.url, 'client')
    manager = await visitorOf(portal.url, 'manager')
    // Nothing is new: what is read for the first time is written down, by a change of its own.
    await queryOnce(portal.databaseUrl, `update notifications set read_at = now()`)
  })

  afterAll(async () => {
    await portal?.stop()
    await proxy?.stop()
  })

  it.each(pages)('%s', async (_name, address) => {
    const seen = await seenAt(client, await address())
    expect(seen.length).toBeGreaterThan(2)
    expect(longestChain(seen).length, told(seen)).toBeLessThanOrEqual(LONGEST)
  })

  it('a section of the catalogue takes twelve statements at most', async () => {
    const address = await pages.find(([name]) => name === 'a section')?.[1]()
    expect((await seenAt(client, address ?? '')).length).toBeLessThanOrEqual(12)
  })

  it('orders to handle, in the panel', async () => {
    const seen = await seenAt(manager, '/admin/workplace/orders')
    expect(longestChain(seen).length, told(seen)).toBeLessThanOrEqual(LONGEST_IN_PANEL)
  })
})
