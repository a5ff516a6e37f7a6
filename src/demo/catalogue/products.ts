import { sql } from '@payloadcms/db-postgres/drizzle'
import { PRICE_SCALE, QTY_SCALE } from '@/src/lib/money'
import { slugify } from '@/src/lib/translit'
import { insertRows } from '@/src/mechanisms/database/insertRows'
import { list, query, type Runner } from '@/src/mechanisms/database/query'
import { guid, passport, type Source } from '../passport'
import { VAT } from '../vat'
import type { Family, GroupKey, Icon } from './family'
import { fixings } from './fixings'
import { metric } from './metric'
import { rigging } from './rigging'
import { tools } from './tools'

export type Sku = {
  id: string
  product: string
  external: string
  name: string
  article: string
  unit: string
  /** pieces, not thousandths */
  pack: number
  /** contract price, 1/10,000 of a rouble */
  price: number
}

type Draft = {
  family: Family
  name: string
  article: string
  slug: string
  properties: Record<string, string>
  price: number
}

const drafts = (): Draft[] =>
  [...metric, ...fixings, ...tools, ...rigging].flatMap((family) =>
    family.items.map((item) => {
      const name = [family.name, item.size, family.tail].filter(Boolean).join(' ')
      const article = family.prefix + item.code
      return {
        family,
        name,
        article,
        slug: slugify(`${name} ${article}`),
        properties: { ...item.properties, ...family.properties },
        price: Math.round(item.price * PRICE_SCALE),
      }
    }),
  )

/** Products with their SKUs; pictures are given by the kind of goods. */
export async function seedProducts(
  db: Runner,
  made: { source: Source; groups: Record<GroupKey, string>; pictures: Partial<Record<Icon, string>> },
): Promise<Sku[]> {
  const all = drafts()
  const brands = await seedBrands(db, [...new Set(all.map(({ family }) => family.brand))], made.source)
  const ids = await insertRows(
    db,
    'products',
    all.map(({ family, name, article, slug, properties }) => ({
      name,
      article,
      slug,
      groupId: made.groups[family.group],
      brandId: brands.get(family.brand),
      unit: family.unit,
      vatRate: VAT,
      description: family.description,
      properties: { Бренд: family.brand, ...properties },
      propertyRefs: Object.fromEntries(['Бренд', ...Object.keys(properties)].map((told) => [told, []])),
      packSize: family.pack * QTY_SCALE,
      active: true,
      ...passport(made.source, 'product', article),
    })),
  )
  await hangPictures(
    db,
    all.map(({ family }, n) => ({ product: ids[n] ?? '', media: made.pictures[family.icon] })),
  )
  return seedSkus(
    db,
    all.map((draft, n) => ({ ...draft, product: ids[n] ?? '' })),
    made.source,
  )
}

async function seedBrands(db: Runner, names: readonly string[], source: Source): Promise<Map<string, string>> {
  const ids = await insertRows(
    db,
    'brands',
    names.map((name) => ({ name, slug: slugify(name), active: true, ...passport(source, 'brand', name) })),
  )
  return new Map(names.map((name, n) => [name, ids[n] ?? '']))
}

async function hangPictures(
  db: Runner,
  places: ReadonlyArray<{ product: string; media: string | undefined }>,
): Promise<void> {
  const hung = places.filter((place): place is { product: string; media: string } => place.media !== undefined)
  await query(
    db,
    sql`insert into products_rels ("order", parent_id, path, media_id)
        select 1, p.id, 'images', p.media from unnest(${list(
          hung.map(({ product }) => product),
          'uuid',
        )}, ${list(
          hung.map(({ media }) => media),
          'uuid',
        )}) as p(id, media)`,
  )
}

type Variant = Omit<Sku, 'id'> & { characteristics: Record<string, string> | null }

/** As 1C names an offer: the product's own id, or with that of the characteristic behind a «#». */
export const offerId = (article: string, variant?: string): string =>
  variant === undefined
    ? guid('product', article)
    : `${guid('product', article)}#${guid('characteristic', `${article}-${variant}`)}`

async function seedSkus(
  db: Runner,
  products: ReadonlyArray<Draft & { product: string }>,
  source: Source,
): Promise<Sku[]> {
  const skus = products.flatMap(({ family, name, article, price, product }): Variant[] => {
    const common = { product, unit: family.unit, pack: family.pack }
    if (!family.variants)
      return [{ ...common, name, article, price, characteristics: null, external: offerId(article) }]
    const { name: characteristic, values } = family.variants
    return values.map(({ value, code, factor }) => ({
      ...common,
      name: `${name} (${value})`,
      article: `${article}-${code}`,
      price: Math.round((price * factor) / 100) * 100,
      characteristics: { [characteristic]: value },
      external: offerId(article, code),
    }))
  })
  const ids = await insertRows(
    db,
    'skus',
    skus.map(({ product, name, article, unit, characteristics, external }) => ({
      productId: product,
      name,
      article,
      unit,
      characteristics,
      barcode: barcodeOf(article),
      active: true,
      ...passport(source, 'sku', article),
      externalId: external,
    })),
  )
  return skus.map(({ characteristics: _none, ...sku }, n) => ({ ...sku, id: ids[n] ?? '' }))
}

/** An EAN-13 of the prefix that shops give themselves (20–29). */
function barcodeOf(article: string): string {
  const digits = `20${String(BigInt(`0x${guid('barcode', article).slice(0, 8)}`) % 10_000_000_000n).padStart(10, '0')}`
  const sum = [...digits].reduce((total, digit, n) => total + Number(digit) * (n % 2 === 0 ? 1 : 3), 0)
  return digits + String((10 - (sum % 10)) % 10)
}
