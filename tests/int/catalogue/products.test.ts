import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { groupTree } from '@/collections/catalogue/groups/group.queries'
import { listProducts, productBySlug } from '@/collections/catalogue/products/product.queries'
import { renewPurchases } from '@/collections/sales/order-lines/purchases.jobs'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let wholesale: string
let retail: string
let khimki: string
let podolsk: string
let bolts: string
let context: QueryContext

describe('catalogue', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    wholesale = await build.priceType({ name: 'Опт' })
    retail = await build.priceType({ name: 'Розница', retail: true, base: true })
    khimki = await build.warehouse({ name: 'Химки' })
    podolsk = await build.warehouse({ name: 'Подольск' })
    const metric = await build.group({ name: 'Метрический крепёж', slug: 'metric' })
    bolts = await build.group({ name: 'Болты', slug: 'bolts', parentId: metric })
    const tools = await build.group({ name: 'Инструмент', slug: 'tools' })
    const brand = await build.brand({ name: 'Невис', slug: 'nevis' })
    await build.product({
      name: 'Болт М12×60 DIN 933, оцинкованный',
      article: 'БЛ-933-1260',
      slug: 'bolt-m12',
      groupId: bolts,
      brandId: brand,
      properties: { Диаметр: 'М12' },
      prices: { [wholesale]: 94_000, [retail]: 119_000 },
      stock: { [khimki]: 12_400_000, [podolsk]: 0 },
    })
    await build.product({
      name: 'Болт М10×40',
      article: 'БЛ-933-1040',
      groupId: bolts,
      properties: { Диаметр: 'М10' },
      prices: { [retail]: 80_000 },
      stock: { [podolsk]: -5_000 },
    })
    await build.product({
      name: 'Саморез по дереву 4,2×75',
      article: 'СМ-4275',
      groupId: metric,
      prices: { [wholesale]: 10_000, [retail]: 15_000 },
      stock: { [podolsk]: 150_000 },
    })
    await build.product({
      name: 'Перфоратор',
      article: 'ИН-1',
      groupId: tools,
      active: false,
      prices: { [wholesale]: 50_000_000 },
    })
    await refreshProductSearch(payload)
    const company = await build.company({ priceTypeId: wholesale })
    context = await build.context('users', await build.user({ companies: [company] }), company)
  })

  const names = async (asked: Parameters<typeof listProducts>[1]): Promise<string[]> =>
    (await listProducts(context, asked)).rows.map(({ name }) => name.split(' ').slice(0, 2).join(' '))

  it('[SHOP-01] counts a group with everything under it and leaves out what nobody may see', async () => {
    const tree = await groupTree(context)
    expect(tree.map(({ slug, count }) => [slug, count])).toEqual([['metric', 3]])
    expect(tree[0]?.children.map(({ slug, count, depth }) => [slug, count, depth])).toEqual([['bolts', 2, 1]])
  })

  it('[SHOP-33] shows the company its own price beside the retail one, and nobody else’s', async () => {
    const { rows } = await listProducts(context, { group: 'bolts' })
    expect(rows.map(({ article, price, retail: shelf }) => [article, price, shelf])).toEqual([
      ['БЛ-933-1040', null, null],
      ['БЛ-933-1260', 94_000, 119_000],
    ])
    const stranger = await build.context(
      'users',
      await build.user({ companies: [await build.company()] }),
      context.company ?? undefined,
    )
    const seen = await listProducts(stranger, { q: 'БЛ-933-1260' })
    expect(seen.rows[0]?.price).toBe(119_000)
  })

  it('[SHOP-34] tells stock of each warehouse, negative stock as none, in words where the company wants words', async () => {
    const page = await productBySlug(context, 'bolt-m12')
    expect(page?.stock).toEqual({ level: 'in', qty: 12_400_000 })
    expect(page?.warehouses.map(({ name, qty }) => [name, qty])).toEqual([['Химки', 12_400_000]])
    const { rows } = await listProducts(context, { q: 'БЛ-933-1040' })
    expect(rows[0]?.stock).toEqual({ level: 'out', qty: 0 })
    await payload.updateGlobal({ slug: 'portal-settings', data: { showStock: 'words' } })
    const words = await listProducts(context, { q: 'саморез' })
    expect(words.rows[0]?.stock).toEqual({ level: 'low', qty: null })
  })

  it('[SHOP-03] sorts by price with the unpriced last, pages without loss', async () => {
    expect(await names({ sort: 'price' })).toEqual(['Саморез по', 'Болт М12×60', 'Болт М10×40'])
    expect(await names({ sort: 'price', pageSize: 2, page: 2 })).toEqual(['Болт М10×40'])
    expect(await names({ sort: 'priceDesc' })).toEqual(['Болт М12×60', 'Саморез по', 'Болт М10×40'])
  })

  it('[SHOP-03] puts first what the company orders most', async () => {
    const { rows } = await listProducts(context, { q: 'саморез' })
    const order = await build.order({ companyId: context.company ?? '' })
    await build.orderLine({ orderId: order, companyId: context.company ?? '', skuId: rows[0]?.sku })
    await renewPurchases(payload)
    expect((await names({ sort: 'frequent' }))[0]).toBe('Саморез по')
  })

  it('[SHOP-02] filters by stock, warehouse, brand, price and property, and counts what else could be chosen', async () => {
    expect(await names({ inStock: true })).toHaveLength(2)
    expect(await names({ warehouse: khimki })).toEqual(['Болт М12×60'])
    expect(await names({ brand: ['nevis'] })).toEqual(['Болт М12×60'])
    expect(await names({ priceFrom: 50_000, priceTo: 100_000 })).toEqual(['Болт М12×60'])
    expect(await names({ group: 'bolts', properties: { Диаметр: ['М10'] } })).toEqual(['Болт М10×40'])
    const { facets } = await listProducts(context, { group: 'bolts', properties: { Диаметр: ['М10'] } })
    expect(facets.properties).toEqual([
      {
        name: 'Диаметр',
        values: [
          { value: 'М10', count: 1 },
          { value: 'М12', count: 1 },
        ],
      },
    ])
    expect(facets.price).toBeNull()
  })

  it.each([
    ['an inflected word', 'болтами'],
    ['a misspelt word', 'балт'],
    ['two misspelt words', 'болд оцынкаваный'],
    ['the beginning of a word', 'болт м12'],
    ['Latin letters in a size', 'M12x60'],
    ['the other keyboard layout', ',jkn'],
    ['an article', 'бл-933-1260'],
    ['the beginning of an article', 'БЛ-933-12'],
    ['an article without its dashes', 'бл9331260'],
    ['an article with other signs', 'БЛ 933/1260'],
    ['two words in the other layout', ',jkn jwbyrjdfyysq'],
  ])('finds by %s', async (_what, q) => {
    expect(await names({ q })).toContain('Болт М12×60')
  })

  it('finds nothing where there is nothing, and takes any signs for text', async () => {
    for (const q of ['перфоратор', 'zzzz', "'; drop table", '%', '()&|!:*', 'для'])
      expect(await names({ q })).toEqual([])
  })

  it('[SHOP-06] gives a product by its address, hidden ones to nobody in the cabinet', async () => {
    const page = await productBySlug(context, 'bolt-m12')
    expect(page).toMatchObject({
      article: 'БЛ-933-1260',
      price: 94_000,
      skuCount: 1,
      trail: [{ slug: 'metric' }, { slug: 'bolts' }],
    })
    expect(page?.neighbours.map(({ article }) => article)).toEqual(['БЛ-933-1040'])
    const hidden = await build.product({ active: false })
    expect(await productBySlug(context, hidden.slug)).toBeNull()
  })

  it('lets one choose a SKU by its characteristics', async () => {
    const { product, slug } = await build.product({ name: 'Перчатки', groupId: bolts })
    await build.sku(product, { name: 'L', characteristics: { Размер: 'L' }, prices: { [wholesale]: 20_000 } })
    await build.sku(product, { name: 'M', characteristics: { Размер: 'M' }, prices: { [wholesale]: 10_000 } })
    const page = await productBySlug(context, slug)
    expect(page).toMatchObject({
      sku: null,
      priceFrom: true,
      price: 10_000,
      choices: [{ name: 'Размер', values: ['L', 'M'] }],
    })
  })
})
