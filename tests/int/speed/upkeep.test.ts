import { sql } from '@payloadcms/db-postgres/drizzle'
import fc from 'fast-check'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders

const run = (statement: ReturnType<typeof sql>): Promise<unknown> => query(payload, statement)

/** All that search, facets and orders by price are made of. */
const state = (): Promise<unknown> =>
  query(
    payload,
    sql`select
    (select jsonb_agg(jsonb_build_object('id', product_id, 'document', document::text) order by product_id) from product_search) as documents,
    (select jsonb_agg(to_jsonb(f) order by product_id) from product_facts f) as facts,
    (select jsonb_agg(to_jsonb(p) order by product_id, price_type_id) from product_prices p) as prices,
    (select jsonb_agg(word order by word) from search_words) as words`,
  )

/** The same made from nothing. Words are only ever added, so the old ones stay on both sides. */
async function madeAnew(): Promise<unknown> {
  await run(sql`delete from product_search`)
  await run(sql`delete from product_facts`)
  await run(sql`delete from product_prices`)
  await refreshProductSearch(payload)
  return state()
}

const text = fc.constantFrom('Болт М12×60', 'Гайка', 'Саморез 4,2×75', 'Ёлка', 'M12x60', 'аб', '')
const change = fc.record({
  product: fc.nat(3),
  what: fc.constantFrom(
    'name',
    'article',
    'description',
    'properties',
    'brand',
    'group',
    'sku',
    'active',
    'price',
    'noPrice',
    'stock',
  ),
  text,
  number: fc.integer({ min: 1, max: 9 }),
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

describe('upkeep of search and facets', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  it('gives the same for the changed products alone as for everything anew, whatever changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (rounds, whole) => {
          await emptyDatabase()
          const type = await build.priceType()
          const warehouse = await build.warehouse()
          const brand = await build.brand({ name: 'Невис' })
          const group = await build.group({ name: 'Крепёж' })
          const made = []
          for (const name of ['Болт', 'Гайка', 'Шайба', 'Винт'])
            made.push(await build.product({ name, prices: { [type]: 100 }, stock: { [warehouse]: 1_000 } }))
          await refreshProductSearch(payload)
          for (const changes of rounds) {
            const touched = new Set<string>()
            for (const one of changes) {
              const goods = made[one.product]
              if (!goods) continue
              touched.add(goods.product)
              await apply(one, { ...goods, type, warehouse, brand, group })
            }
            await refreshProductSearch(payload, whole ? undefined : [...touched])
          }
          const kept = await state()
          expect(kept).toEqual(await madeAnew())
        },
      ),
      { numRuns: 12 },
    )
  })

  it('leaves a document alone whose texts have not changed', async () => {
    await emptyDatabase()
    const type = await build.priceType()
    const { product, sku } = await build.product({ name: 'Болт', prices: { [type]: 100 } })
    await refreshProductSearch(payload)
    const written = (): Promise<unknown> =>
      query(payload, sql`select xmin::text from product_search where product_id = ${product}`)
    const before = await written()
    await run(sql`update prices set price = 200 where sku_id = ${sku}`)
    await refreshProductSearch(payload)
    expect(await written()).toEqual(before)
    await run(sql`update products set name = 'Гайка' where id = ${product}`)
    await refreshProductSearch(payload)
    expect(await written()).not.toEqual(before)
  })
})

type Goods = { product: string; sku: string; type: string; warehouse: string; brand: string; group: string }

async function apply(
  { what, text: words, number }: Change,
  { product, sku, type, warehouse, brand, group }: Goods,
): Promise<unknown> {
  const odd = number % 2 === 1
  switch (what) {
    case 'name':
      return run(sql`update products set name = ${words || 'Без имени'} where id = ${product}`)
    case 'article':
      return run(sql`update products set article = ${odd ? words : null} where id = ${product}`)
    case 'description':
      return run(sql`update products set description = ${odd ? words : null} where id = ${product}`)
    case 'properties':
      return run(
        sql`update products set properties = ${odd ? JSON.stringify({ Размер: words }) : '[]'}::jsonb where id = ${product}`,
      )
    case 'brand':
      return run(sql`update products set brand_id = ${odd ? brand : null} where id = ${product}`)
    case 'group':
      return run(sql`update products set group_id = ${odd ? group : null} where id = ${product}`)
    case 'sku':
      return run(sql`update skus set name = ${words || 'Вариант'}, active = ${odd} where id = ${sku}`)
    case 'active':
      return run(sql`update products set active = ${odd} where id = ${product}`)
    case 'price':
      return run(sql`update prices set price = ${number} where sku_id = ${sku} and price_type_id = ${type}`)
    case 'noPrice':
      return run(sql`delete from prices where sku_id = ${sku}`)
    case 'stock':
      return run(sql`update stocks set qty = ${number} where sku_id = ${sku} and warehouse_id = ${warehouse}`)
  }
}
