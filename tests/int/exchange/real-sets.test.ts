import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { rankOf } from '@/src/mechanisms/exchange/archive/session-files'
import { expectedOf, type Expected } from '@/tests/support/commerce-counts'
import { countRows, fallSilent } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { oneCAt } from '@/tests/support/onec'
import { sharedData } from '@/tests/support/shared'

const ground = exchangeGround()

const root = sharedData('commerceml')
const below = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml')).sort()

/** Folders, each one exchange; of `bad` and of `pair-2.07` every file is an exchange of its own. */
const sets: [string, string[]][] = [
  ...['catalogue-2.05', 'catalogue-2.07', 'pair-small-2.07', 'pair-ut101', 'small', 'v3.1/bitrix-module-6'].map((folder): [string, string[]] => [folder, below(folder).map((name) => `${folder}/${name}`)]),
  ['pair-2.07', ['pair-2.07/import0_1.xml', 'pair-2.07/offers0_1.xml']],
  ...['pair-2.07/import-nested-groups.xml', ...below('bad').map((name) => `bad/${name}`)].map((name): [string, string[]] => [name, [name]]),
]

const textOf = (name: string): string => readFileSync(path.join(root, name), 'utf8')

/** Answers of shops and files of orders alone: played through the dialogue of orders in `real-orders.test.ts`. */
const ORDERS = below('orders').map((name) => `orders/${name}`)

/** The numbers themselves, so that a slip of the counter cannot hide. */
const nothing = { skus: 0, prices: 0, stocks: 0, orders: 0 }
const known: Record<string, Expected> = {
  'catalogue-2.05': { groups: 34, brands: 0, units: 1, priceTypes: 1, warehouses: 0, products: 305, hiddenProducts: 2, skus: 297, soleSkus: 8, prices: 297, stocks: 297, waiting: nothing, negative: 21 },
  'catalogue-2.07': {
    groups: 30, brands: 31, units: 5, priceTypes: 2, warehouses: 1, products: 1993, hiddenProducts: 2, skus: 0, soleSkus: 1991, prices: 0, stocks: 0,
    waiting: { skus: 2455, prices: 4910, stocks: 4910, orders: 0 }, negative: 0,
  },
  'pair-small-2.07': { groups: 22, brands: 0, units: 1, priceTypes: 1, warehouses: 5, products: 2, hiddenProducts: 0, skus: 5, soleSkus: 0, prices: 5, stocks: 10, waiting: nothing, negative: 0 },
  'pair-ut101': { groups: 4, brands: 0, units: 1, priceTypes: 1, warehouses: 0, products: 19, hiddenProducts: 0, skus: 103, soleSkus: 0, prices: 84, stocks: 0, waiting: nothing, negative: 0 },
  small: { groups: 1, brands: 0, units: 1, priceTypes: 4, warehouses: 0, products: 2, hiddenProducts: 0, skus: 2, soleSkus: 1, prices: 8, stocks: 2, waiting: { ...nothing, orders: 3 }, negative: 0 },
  'v3.1/bitrix-module-6': {
    groups: 1, brands: 0, units: 1, priceTypes: 8, warehouses: 12, products: 21, hiddenProducts: 0, skus: 86, soleSkus: 0, prices: 86, stocks: 1032, waiting: { ...nothing, orders: 24 }, negative: 0,
  },
  'pair-2.07': { groups: 1, brands: 1, units: 1, priceTypes: 1, warehouses: 3, products: 36, hiddenProducts: 1, skus: 36, soleSkus: 0, prices: 36, stocks: 144, waiting: { skus: 8, prices: 8, stocks: 32, orders: 0 }, negative: 0 },
  'pair-2.07/import-nested-groups.xml': { groups: 13, brands: 6, units: 1, priceTypes: 0, warehouses: 0, products: 283, hiddenProducts: 0, skus: 0, soleSkus: 283, prices: 0, stocks: 0, waiting: nothing, negative: 0 },
  'bad/declares-1251-holds-utf8.xml': { groups: 15, brands: 0, units: 0, priceTypes: 0, warehouses: 0, products: 38, hiddenProducts: 0, skus: 0, soleSkus: 38, prices: 0, stocks: 0, waiting: nothing, negative: 0 },
  'bad/doubled-prolog.xml': { groups: 1, brands: 0, units: 1, priceTypes: 0, warehouses: 0, products: 2, hiddenProducts: 0, skus: 0, soleSkus: 2, prices: 0, stocks: 0, waiting: nothing, negative: 0 },
}

async function found(): Promise<Expected> {
  const waiting = async (entity: string): Promise<number> => countRows(ground.payload, 'exchange_issues', `status = 'parked' and entity = '${entity}'`)
  return {
    groups: await countRows(ground.payload, 'groups'),
    brands: await countRows(ground.payload, 'brands'),
    units: await countRows(ground.payload, 'units'),
    priceTypes: await countRows(ground.payload, 'price_types'),
    warehouses: await countRows(ground.payload, 'warehouses'),
    products: await countRows(ground.payload, 'products'),
    hiddenProducts: await countRows(ground.payload, 'products', 'active is not true'),
    skus: await countRows(ground.payload, 'skus', `sync_hash <> 'sole'`),
    soleSkus: await countRows(ground.payload, 'skus', `sync_hash = 'sole'`),
    prices: await countRows(ground.payload, 'prices'),
    stocks: await countRows(ground.payload, 'stocks'),
    waiting: { skus: await waiting('skus'), prices: await waiting('prices'), stocks: (await waiting('stocks')) + (await waiting('total-stocks')), orders: await waiting('orders') },
    negative: await countRows(ground.payload, 'exchange_issues', `code = 'stock.negative'`),
  }
}

describe('[EXCH-02] [EXCH-16] every real export of the shared data, through the dialogue', () => {
  it('is walked: no file is left out', () => {
    const walked = [...sets.flatMap(([, files]) => files), ...ORDERS]
    expect([...walked].sort()).toEqual(below('.'))
    expect(walked).toHaveLength(29)
  })

  it.each(sets)('%s comes whole: what it names is there, what hangs in the air waits, nothing else', async (set, names) => {
    const folder = path.dirname(names[0] ?? '')
    const files = names.map((name) => ({ name: set === folder || names.length > 1 ? path.relative(set, name) : 'import.xml', content: readFileSync(path.join(root, name)) }))
    await oneCAt(ground.url, { zip: set.length % 2 === 0 }).sendCatalogue({ files })
    await fallSilent(ground.payload)
    const expected = expectedOf([...names].sort((a, b) => rankOf(a) - rankOf(b)).map(textOf))
    expect(await found()).toEqual(expected)
    expect(expected).toEqual(known[set])
    const others = await query<{ code: string }>(ground.payload, sql`select distinct code from exchange_issues where code not in ('exchange.waits', 'stock.negative', 'order.unknownClient')`)
    expect(others).toEqual([])
    expect(await countRows(ground.payload, 'exchange_files', `status <> 'done'`)).toBe(0)
  })
})
