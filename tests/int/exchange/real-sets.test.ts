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
import { describeReal, ownExports, REAL_FILES, sharedData } from '@/tests/support/shared'

const ground = exchangeGround()

/** Exports in a folder: each set is one exchange, its files named below the folder. */
type Sets = { folder: string; sets: [string, string[]][]; known: Record<string, Expected> }

const filesOf = (set: string): string[] => REAL_FILES.filter((name) => name.startsWith(`${set}/`))

/** The numbers themselves, so that a slip of the counter cannot hide. */
const nothing = { skus: 0, prices: 0, stocks: 0, orders: 0 }
const own: Sets = {
  folder: ownExports,
  sets: [
    ...['changes-2.05', 'pair-2.07', 'pair-ut103'].map((set): [string, string[]] => [
      set,
      readdirSync(path.join(ownExports, set))
        .sort()
        .map((name) => `${set}/${name}`),
    ]),
    [
      'split-3.1',
      [
        'import.xml',
        'goods/1/import.xml',
        'goods/1/offers.xml',
        'goods/1/prices.xml',
        'goods/1/rests.xml',
        'documents/1/documents.xml',
      ].map((name) => `split-3.1/${name}`),
    ],
    ...['orphans-2.07/offers.xml', 'bad/declares-1251-holds-utf8.xml', 'bad/doubled-prolog.xml'].map(
      (name): [string, string[]] => [name, [name]],
    ),
  ],
  known: {
    'changes-2.05': {
      groups: 4,
      brands: 0,
      units: 1,
      priceTypes: 1,
      warehouses: 0,
      products: 4,
      hiddenProducts: 1,
      skus: 4,
      soleSkus: 0,
      prices: 4,
      stocks: 4,
      waiting: nothing,
      negative: 1,
    },
    'pair-2.07': {
      groups: 5,
      brands: 2,
      units: 2,
      priceTypes: 2,
      warehouses: 2,
      products: 5,
      hiddenProducts: 1,
      skus: 5,
      soleSkus: 0,
      prices: 6,
      stocks: 12,
      waiting: nothing,
      negative: 0,
    },
    'pair-ut103': {
      groups: 1,
      brands: 0,
      units: 1,
      priceTypes: 1,
      warehouses: 0,
      products: 2,
      hiddenProducts: 0,
      skus: 4,
      soleSkus: 0,
      prices: 3,
      stocks: 0,
      waiting: nothing,
      negative: 0,
    },
    'split-3.1': {
      groups: 2,
      brands: 0,
      units: 1,
      priceTypes: 1,
      warehouses: 2,
      products: 3,
      hiddenProducts: 1,
      skus: 3,
      soleSkus: 0,
      prices: 3,
      stocks: 6,
      waiting: { ...nothing, orders: 2 },
      negative: 0,
    },
    'orphans-2.07/offers.xml': {
      groups: 0,
      brands: 0,
      units: 1,
      priceTypes: 2,
      warehouses: 1,
      products: 0,
      hiddenProducts: 0,
      skus: 0,
      soleSkus: 0,
      prices: 0,
      stocks: 0,
      waiting: { skus: 3, prices: 6, stocks: 6, orders: 0 },
      negative: 0,
    },
    'bad/declares-1251-holds-utf8.xml': {
      groups: 1,
      brands: 0,
      units: 1,
      priceTypes: 0,
      warehouses: 0,
      products: 2,
      hiddenProducts: 0,
      skus: 0,
      soleSkus: 2,
      prices: 0,
      stocks: 0,
      waiting: nothing,
      negative: 0,
    },
    'bad/doubled-prolog.xml': {
      groups: 1,
      brands: 0,
      units: 1,
      priceTypes: 0,
      warehouses: 0,
      products: 2,
      hiddenProducts: 0,
      skus: 0,
      soleSkus: 2,
      prices: 0,
      stocks: 0,
      waiting: nothing,
      negative: 0,
    },
  },
}

const known: Record<string, Expected> = {
  'catalogue-2.05': {
    groups: 34,
    brands: 0,
    units: 1,
    priceTypes: 1,
    warehouses: 0,
    products: 305,
    hiddenProducts: 2,
    skus: 297,
    soleSkus: 8,
    prices: 297,
    stocks: 297,
    waiting: nothing,
    negative: 21,
  },
  'catalogue-2.07': {
    groups: 30,
    brands: 31,
    units: 5,
    priceTypes: 2,
    warehouses: 1,
    products: 1993,
    hiddenProducts: 2,
    skus: 0,
    soleSkus: 1991,
    prices: 0,
    stocks: 0,
    waiting: { skus: 2455, prices: 4910, stocks: 4910, orders: 0 },
    negative: 0,
  },
  'pair-small-2.07': {
    groups: 22,
    brands: 0,
    units: 1,
    priceTypes: 1,
    warehouses: 5,
    products: 2,
    hiddenProducts: 0,
    skus: 5,
    soleSkus: 0,
    prices: 5,
    stocks: 10,
    waiting: nothing,
    negative: 0,
  },
  'pair-ut101': {
    groups: 4,
    brands: 0,
    units: 1,
    priceTypes: 1,
    warehouses: 0,
    products: 19,
    hiddenProducts: 0,
    skus: 103,
    soleSkus: 0,
    prices: 84,
    stocks: 0,
    waiting: nothing,
    negative: 0,
  },
  small: {
    groups: 1,
    brands: 0,
    units: 1,
    priceTypes: 4,
    warehouses: 0,
    products: 2,
    hiddenProducts: 0,
    skus: 2,
    soleSkus: 1,
    prices: 8,
    stocks: 2,
    waiting: { ...nothing, orders: 3 },
    negative: 0,
  },
  'v3.1/bitrix-module-6': {
    groups: 1,
    brands: 0,
    units: 1,
    priceTypes: 8,
    warehouses: 12,
    products: 21,
    hiddenProducts: 0,
    skus: 86,
    soleSkus: 0,
    prices: 86,
    stocks: 1032,
    waiting: { ...nothing, orders: 24 },
    negative: 0,
  },
  'pair-2.07': {
    groups: 1,
    brands: 1,
    units: 1,
    priceTypes: 1,
    warehouses: 3,
    products: 36,
    hiddenProducts: 1,
    skus: 36,
    soleSkus: 0,
    prices: 36,
    stocks: 144,
    waiting: { skus: 8, prices: 8, stocks: 32, orders: 0 },
    negative: 0,
  },
  'pair-2.07/import-nested-groups.xml': {
    groups: 13,
    brands: 6,
    units: 1,
    priceTypes: 0,
    warehouses: 0,
    products: 283,
    hiddenProducts: 0,
    skus: 0,
    soleSkus: 283,
    prices: 0,
    stocks: 0,
    waiting: nothing,
    negative: 0,
  },
  'bad/declares-1251-holds-utf8.xml': {
    groups: 15,
    brands: 0,
    units: 0,
    priceTypes: 0,
    warehouses: 0,
    products: 38,
    hiddenProducts: 0,
    skus: 0,
    soleSkus: 38,
    prices: 0,
    stocks: 0,
    waiting: nothing,
    negative: 0,
  },
  'bad/doubled-prolog.xml': {
    groups: 1,
    brands: 0,
    units: 1,
    priceTypes: 0,
    warehouses: 0,
    products: 2,
    hiddenProducts: 0,
    skus: 0,
    soleSkus: 2,
    prices: 0,
    stocks: 0,
    waiting: nothing,
    negative: 0,
  },
}

async function found(): Promise<Expected> {
  const waiting = async (entity: string): Promise<number> =>
    countRows(ground.payload, 'exchange_issues', `status = 'parked' and entity = '${entity}'`)
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
    waiting: {
      skus: await waiting('skus'),
      prices: await waiting('prices'),
      stocks: (await waiting('stocks')) + (await waiting('total-stocks')),
      orders: await waiting('orders'),
    },
    negative: await countRows(ground.payload, 'exchange_issues', `code = 'stock.negative'`),
  }
}

/** Of `bad` and of `pair-2.07` every file is an exchange of its own. */
const real: Sets = {
  folder: sharedData('commerceml'),
  sets: [
    ...['catalogue-2.05', 'catalogue-2.07', 'pair-small-2.07', 'pair-ut101', 'small', 'v3.1/bitrix-module-6'].map(
      (set): [string, string[]] => [set, filesOf(set)],
    ),
    ['pair-2.07', ['pair-2.07/import0_1.xml', 'pair-2.07/offers0_1.xml']],
    ...['pair-2.07/import-nested-groups.xml', ...filesOf('bad')].map((name): [string, string[]] => [name, [name]]),
  ],
  known,
}

/** Sends a set as 1C does and compares what is there, and what waits, with the counts of its text and the known numbers. */
async function comesWhole({ folder, known: numbers }: Sets, set: string, names: string[]): Promise<void> {
  const single = names.length === 1 && names[0] === set
  const files = names.map((name) => ({
    name: single ? 'import.xml' : path.relative(set, name),
    content: readFileSync(path.join(folder, name)),
  }))
  await oneCAt(ground.url, { zip: set.length % 2 === 0 }).sendCatalogue({ files })
  await fallSilent(ground.payload)
  const expected = expectedOf(
    [...names].sort((a, b) => rankOf(a) - rankOf(b)).map((name) => readFileSync(path.join(folder, name), 'utf8')),
  )
  expect(await found()).toEqual(expected)
  expect(expected).toEqual(numbers[set])
  const others = await query<{ code: string }>(
    ground.payload,
    sql`select distinct code from exchange_issues where code not in ('exchange.waits', 'stock.negative', 'order.unknownClient', 'exchange.picturesMissing')`,
  )
  expect(others).toEqual([])
  expect(await countRows(ground.payload, 'exchange_files', `status <> 'done'`)).toBe(0)
}

describe('[EXCH-02] [EXCH-16] every export of the project’s own, through the dialogue', () => {
  it.each(own.sets)('%s comes whole: what it names is there, what hangs in the air waits, nothing else', (set, names) =>
    comesWhole(own, set, names),
  )
})

describeReal('[EXCH-02] [EXCH-16] every set, through the dialogue', () => {
  it('is walked: no file is left out', () => {
    const orders = REAL_FILES.filter((name) => name.startsWith('orders/'))
    expect([...real.sets.flatMap(([, files]) => files), ...orders].sort()).toEqual(REAL_FILES)
  })

  it.each(real.sets)(
    '%s comes whole: what it names is there, what hangs in the air waits, nothing else',
    (set, names) => comesWhole(real, set, names),
  )
})
