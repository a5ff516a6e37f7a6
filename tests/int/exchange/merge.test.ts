import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mergeRows, type MergeContext } from '@/src/mechanisms/exchange/bulk/merge'
import type { BulkRow, BulkTable } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { groupTable, productTable, skuTable } from '@/collections/catalogue/exchange/tables'
import { emptyDatabase } from '@/tests/support/payload'

let client: pg.Client

type Told = { parked: string[]; refused: [string, string][]; arrived: string[]; touched: number }

/** A context of its own for each file: what one file told the merge must not help another. */
function begin(time: string | null = null): { context: MergeContext; told: Told } {
  const told: Told = { parked: [], refused: [], arrived: [], touched: 0 }
  const context: MergeContext = {
    node: 'УТ',
    run: 'run',
    time,
    park: async (_table, rows) => void told.parked.push(...rows.map(({ externalId }) => externalId)),
    refuse: async (_table, rows, code) =>
      void told.refused.push(...rows.map(({ externalId }): [string, string] => [externalId, code])),
    arrived: async (_table, ids) => void told.arrived.push(...ids),
    touched: (_table, ids) => void (told.touched += ids.length),
  }
  return { context, told }
}

const product = (externalId: string, values: Record<string, string | number | null> = {}): BulkRow => ({
  externalId,
  line: 1,
  values: {
    name: `Болт ${externalId}`,
    article: null,
    slug: 'bolt',
    group: null,
    brand: null,
    unit: 'шт',
    vat_rate: 20,
    barcode: null,
    description: null,
    properties: null,
    weight: null,
    active: true,
    ...values,
  },
})
const sku = (externalId: string, productId: string): BulkRow => ({
  externalId,
  line: 2,
  values: {
    product: productId,
    name: 'Болт',
    article: null,
    characteristics: null,
    barcode: null,
    unit: null,
    active: true,
  },
})
const names = async (): Promise<string[]> =>
  (await client.query<{ name: string }>('select name from products order by external_id')).rows.map(({ name }) => name)
const merge = (table: BulkTable, rows: BulkRow[], time?: string) => {
  const { context, told } = begin(time)
  return mergeRows(client, table, rows, context).then((counts) => ({ counts, told }))
}

describe('[EXCH-16] bulk merge', () => {
  beforeAll(async () => {
    client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
  })
  afterAll(() => client.end())
  beforeEach(emptyDatabase)

  it('creates, finds unchanged, changes, and counts each', async () => {
    expect((await merge(productTable, [product('a'), product('b')])).counts).toEqual({
      read: 2,
      created: 2,
      changed: 0,
      same: 0,
      failed: 0,
      parked: 0,
    })
    const again = await merge(productTable, [product('a'), product('b')])
    expect(again.counts).toEqual({ read: 2, created: 0, changed: 0, same: 2, failed: 0, parked: 0 })
    expect(again.told).toMatchObject({ touched: 0, arrived: ['a', 'b'] })
    expect((await merge(productTable, [product('a'), product('b', { name: 'Гайка' })])).counts).toEqual({
      read: 2,
      created: 0,
      changed: 1,
      same: 1,
      failed: 0,
      parked: 0,
    })
    expect(await names()).toEqual(['Болт a', 'Гайка'])
  })

  it('of a doubled row the last wins', async () => {
    const { counts } = await merge(productTable, [
      product('a', { name: 'Первый' }),
      product('a', { name: 'Последний' }),
    ])
    expect(counts).toMatchObject({ read: 2, created: 1, same: 1 })
    expect(await names()).toEqual(['Последний'])
  })

  it('what is not told stays, an empty text clears', async () => {
    await merge(productTable, [product('a', { article: 'А-1', barcode: '460' })])
    await merge(productTable, [product('a', { article: null, barcode: '' })])
    expect((await client.query('select article, barcode from products')).rows).toEqual([
      { article: 'А-1', barcode: '' },
    ])
  })

  it('gives namesakes different readable addresses that never change', async () => {
    await merge(productTable, [product('a'), product('b'), product('c', { slug: 'bolt' })])
    const slugs = async (): Promise<string[]> =>
      (await client.query<{ slug: string }>('select slug from products order by external_id')).rows.map(
        ({ slug }) => slug,
      )
    const first = await slugs()
    expect(new Set(first).size).toBe(3)
    expect(first.every((slug) => /^bolt(-[0-9a-f]{10})?$/.test(slug))).toBe(true)
    await merge(productTable, [product('a', { name: 'Иначе', slug: 'inache' })])
    expect(await slugs()).toEqual(first)
  })

  it('a row that the database refuses fails alone', async () => {
    const rows = Array.from({ length: 9 }, (_, place) =>
      product(`p${place}`, place === 4 ? { vat_rate: 'двадцать' } : {}),
    )
    const { counts, told } = await merge(productTable, rows)
    expect(counts).toMatchObject({ read: 9, created: 8, failed: 1 })
    expect(told.refused).toEqual([['p4', 'exchange.rejected']])
  })

  it('parks a row without its product and takes it when that is there', async () => {
    const early = await merge(skuTable, [sku('a#1', 'a'), sku('b#1', 'b')])
    expect(early.counts).toMatchObject({ parked: 2, created: 0 })
    expect(early.told).toMatchObject({ parked: ['a#1', 'b#1'], arrived: [] })
    await merge(productTable, [product('a')])
    const late = await merge(skuTable, [sku('a#1', 'a'), sku('b#1', 'b')])
    expect(late.counts).toMatchObject({ parked: 1, created: 1 })
    expect(late.told).toMatchObject({ parked: ['b#1'], arrived: ['a#1'] })
  })

  it('refuses data older than what was applied, and takes the same content at any time', async () => {
    await merge(productTable, [product('a', { name: 'Новее' })], '2026-11-24T12:00:00Z')
    const older = await merge(productTable, [product('a', { name: 'Старее' })], '2026-11-24T11:00:00Z')
    expect(older.counts).toMatchObject({ failed: 1, changed: 0 })
    expect(older.told.refused).toEqual([['a', 'exchange.older']])
    expect((await merge(productTable, [product('a', { name: 'Новее' })], '2026-11-24T11:00:00Z')).counts).toMatchObject(
      { same: 1, failed: 0 },
    )
    expect(
      (await merge(productTable, [product('a', { name: 'Ещё новее' })], '2026-11-24T12:00:01Z')).counts,
    ).toMatchObject({ changed: 1 })
    expect(await names()).toEqual(['Ещё новее'])
  })

  it('a product whose group comes later is unchanged until then and finds it afterwards', async () => {
    const row = product('a', { group: 'g' })
    expect((await merge(productTable, [row])).counts).toMatchObject({ created: 1 })
    expect((await merge(productTable, [row])).counts).toMatchObject({ same: 1, changed: 0 })
    await merge(groupTable, [
      { externalId: 'g', line: 1, values: { name: 'Крепёж', slug: 'krepezh', parent: null, sort: null, active: true } },
    ])
    expect((await merge(productTable, [row])).counts).toMatchObject({ changed: 1 })
    expect((await merge(productTable, [row])).counts).toMatchObject({ same: 1, changed: 0 })
    expect((await client.query('select 1 from products where group_id is not null')).rowCount).toBe(1)
  })

  it('takes hostile texts as they are', async () => {
    const name = "Robert'); drop table products;-- \\ \t tab\nline \\N \u0000\u0007 🔩"
    await merge(productTable, [product('a\\N\tb', { name })])
    expect((await client.query('select external_id, name from products')).rows).toEqual([
      { external_id: 'a\\N\tb', name: name.replace('\u0000', '') },
    ])
  })
})
