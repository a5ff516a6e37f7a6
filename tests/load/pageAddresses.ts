import type pg from 'pg'
import { madeWord } from './pageGoods'

export type PageUnderLoad = {
  key: string
  name: string
  who: 'client' | 'manager' | 'admin'
  address: (n: number) => string
}

/** One sign in the middle of a word replaced, as a hurried person would. */
const misspelt = (word: string): string => `${word.slice(0, 3)}${word[3] === 'о' ? 'а' : 'о'}${word.slice(4)}`

/** Pages that are measured. A search is another one every time, so that nothing remembered answers it. */
export async function pagesUnderLoad(client: pg.Client): Promise<PageUnderLoad[]> {
  const one = async (text: string): Promise<Record<string, string>> =>
    (await client.query<Record<string, string>>(text)).rows[0] ?? {}
  const many = async (text: string): Promise<Array<Record<string, string>>> =>
    (await client.query<Record<string, string>>(text)).rows
  const own = `(select company_id from users where email = 'client@demo.kabinet')`
  const groups = await many(`with recursive way as (select id, slug::text as path from groups where parent_id is null
      union all select g.id, way.path || '/' || g.slug from groups g join way on way.id = g.parent_id)
    select path from way join (select group_id, count(*) from product_facts group by 1 order by 2 desc limit 20) f on f.group_id = way.id`)
  const products = await many(`select slug from products where active order by md5(slug) limit 200`)
  const orders = await many(
    `select number from orders where company_id = ${own} and external_id like 'bench-%' order by md5(number) limit 200`,
  )
  const words = await many(`select word from search_words where word ~ '^[а-я]{6,}$' order by md5(word) limit 400`)
  const { id: account } = await one(
    `select id::text from accounts where company_id = ${own} order by (contract_id is null) desc, number nulls last, id limit 1`,
  )
  const of = (rows: Array<Record<string, string>>, n: number, column: string): string =>
    encodeURIComponent(rows[n % rows.length]?.[column] ?? '')
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  const client_ = (key: string, name: string, address: PageUnderLoad['address']): PageUnderLoad => ({
    key,
    name,
    who: 'client',
    address,
  })
  return [
    client_('frame', 'A page with nothing of its own (site map)', () => '/site-map'),
    client_('home', 'Home', () => '/'),
    client_('section', 'A section of the catalogue', (n) => `/catalogue/${groups[n % groups.length]?.path ?? ''}`),
    client_('word', 'Search: one word', (n) => `/catalogue?q=${of(words, n, 'word')}`),
    client_(
      'typos',
      'Search: two misspelt words',
      (n) =>
        `/catalogue?q=${encodeURIComponent(`${misspelt(madeWord((n * 37) % 8_000))} ${misspelt(madeWord((n * 53) % 8_000))}`)}`,
    ),
    client_('palette', 'Search over everything (⌘K)', (n) => `/api/search?q=${of(words, n + 200, 'word')}`),
    client_('product', 'Product', (n) => `/products/${of(products, n, 'slug')}`),
    client_('cart', 'Cart, 30 lines', () => '/cart'),
    client_('checkout', 'Checkout', () => '/checkout'),
    client_('orders', 'Orders', () => '/orders'),
    client_('order', 'Order', (n) => `/orders/${of(orders, n, 'number')}`),
    client_('documents', 'Documents', () => '/documents'),
    client_(
      'statement',
      'Statement for a year',
      () => `/statement?account=${account ?? ''}&from=${day(365)}&to=${day(0)}`,
    ),
    client_('notifications', 'Notifications', () => '/notifications'),
    { key: 'work', name: 'Panel: orders to handle', who: 'manager', address: () => '/admin/workplace/orders' },
    {
      key: 'workAll',
      name: 'Panel: all orders, as administrator',
      who: 'admin',
      address: () => '/admin/workplace/orders?view=all',
    },
    {
      key: 'clients',
      name: 'Panel: clients, as administrator',
      who: 'admin',
      address: () => '/admin/workplace/clients',
    },
    {
      key: 'products',
      name: 'Panel: list of products',
      who: 'admin',
      address: (n) => `/admin/collections/products?limit=25&page=${1 + (n % 5)}`,
    },
  ]
}
