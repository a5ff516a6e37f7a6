import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { PRICE_SCALE } from '@/src/lib/money'
import { defineRoute } from '@/src/mechanisms/front/defineRoute'
import { wrongValue } from '@/src/mechanisms/front/readCall'
import { idIn, sumInput, described } from '@/src/mechanisms/front/shown'
import { catalogueGround, findProducts, productById } from './product.queries'
import { productCards } from './product.cards.queries'
import { productSorts, readQuestion } from './product.filters.queries'
import { offersOf } from '../offers/offers'
import {
  cardShown,
  facets,
  facetsShown,
  goodsDetail,
  goodsItem,
  productShown,
  sectionPlace,
} from './product.shapes.front'
import { productLabels } from './product.labels'

/** Minor units in the question, 1/10,000 in the catalogue. */
const PRICE_PER_MINOR = PRICE_SCALE / 100
const PAGES = [24, 48, 96] as const

const question = z.object({
  q: described(z.string().trim().max(200), { ru: 'Поиск', en: 'Search' }).optional(),
  section: described(z.string().max(200), { ru: 'Раздел: slug', en: 'Section: its slug' }).optional(),
  brand: described(z.array(z.string().max(200)).max(50), {
    ru: 'Бренд: slug; можно несколько',
    en: 'Brand: its slug; may come several times',
  }).optional(),
  warehouse: described(z.string().max(200), { ru: 'Склад: slug', en: 'Warehouse: its slug' }).optional(),
  property: described(
    z
      .array(
        z
          .string()
          .regex(/^[^=]+=[^]+$/)
          .max(400),
      )
      .max(50),
    {
      ru: 'Свойство: НАЗВАНИЕ=ЗНАЧЕНИЕ; можно несколько',
      en: 'A property: NAME=VALUE; may come several times',
    },
  ).optional(),
  inStock: described(z.enum(['1']), { ru: 'Только то, что есть', en: 'Only what is in stock' }).optional(),
  priceFrom: sumInput().optional(),
  priceTo: sumInput().optional(),
  sort: described(z.enum(productSorts), {
    ru: 'Порядок; без него — frequent, при поиске relevance',
    en: 'Order; left out: frequent, of a search relevance',
  }).optional(),
  page: described(z.coerce.number().int().min(1).max(100_000), { ru: 'Страница, с 1', en: 'Page, from 1' }).optional(),
  per: described(z.enum(PAGES.map(String) as [string, ...string[]]), { ru: 'На странице', en: 'On a page' }).optional(),
})

/** The catalogue's own page: the same goods in the same order, with prices of the company and stock as it may see it. */
export const goodsRoute = defineRoute({
  name: 'goods.list',
  method: 'get',
  path: '/goods',
  group: productLabels.many,
  title: productLabels.many,
  about: { ru: 'С ценами и остатками этой компании.', en: 'At the prices of this company, with the stock it may see.' },
  query: question,
  answer: z.object({
    items: z.array(goodsItem),
    total: z.int(),
    page: z.int(),
    perPage: z.int(),
    sort: z.enum(productSorts),
    section: z.array(sectionPlace),
    priceType: z.string().nullable(),
    mended: described(z.array(z.string()), {
      ru: 'Слова, поставленные вместо написанных с ошибкой',
      en: 'Words put in place of misspelt ones',
    }),
    facets,
  }),
  run: async ({ context, query: asked }) => {
    const { req } = context
    const [ground, read] = await Promise.all([
      catalogueGround(context, asked.section),
      readQuestion(context, { q: asked.q }, { branch: null }),
    ])
    if (asked.section !== undefined && ground.trail.length === 0)
      throw new AppError('record.notFound', {}, { status: 404, field: 'section' })
    const { priceTypes, branch, warehouses } = ground
    const place = asked.warehouse === undefined ? undefined : warehouses.find(({ slug }) => slug === asked.warehouse)
    if (asked.warehouse !== undefined && !place) throw wrongValue('warehouse')
    const {
      ids,
      total,
      page,
      pageSize,
      sort,
      facets: counted,
      mended,
    } = await findProducts(
      context,
      {
        group: asked.section,
        q: asked.q || undefined,
        brand: asked.brand,
        warehouse: place?.id,
        inStock: asked.inStock === '1',
        priceFrom: asked.priceFrom === undefined ? undefined : asked.priceFrom * PRICE_PER_MINOR,
        priceTo: asked.priceTo === undefined ? undefined : asked.priceTo * PRICE_PER_MINOR,
        properties: propertiesIn(asked.property ?? []),
        sort: asked.sort ?? (asked.q ? 'relevance' : 'frequent'),
        page: asked.page ?? 1,
        pageSize: Number(asked.per ?? PAGES[0]),
      },
      { priceTypes, question: { ...read, branch } },
    )
    // Read once, for the cards and for what is told of prices by quantity.
    const offers = offersOf(req, { skus: [], products: ids }, priceTypes)
    const cards = await productCards(context, ids, priceTypes, offers)
    const known = await offers
    return {
      items: cards.map((card) => cardShown(card, known)),
      total,
      page,
      perPage: pageSize,
      sort,
      section: ground.trail.map(({ slug, name }) => ({ slug, name })),
      priceType: priceTypes.own?.name ?? null,
      mended,
      facets: facetsShown(counted, warehouses),
    }
  },
})

/** Values by the property that they are of. */
function propertiesIn(pairs: readonly string[]): Record<string, string[]> {
  const held = new Map<string, string[]>()
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    held.set(name, [...(held.get(name) ?? []), pair.slice(at + 1)])
  }
  return Object.fromEntries(held)
}

export const goodsOneRoute = defineRoute({
  name: 'goods.one',
  method: 'get',
  path: '/goods/{id}',
  group: productLabels.many,
  title: productLabels.one,
  params: idIn,
  answer: goodsDetail,
  run: async ({ context, params }) => {
    const product = await productById(context, params.id)
    if (!product) throw new AppError('record.notFound', {}, { status: 404 })
    return productShown(product)
  },
})
