import { currencyCode } from '@/src/lib/currencies'
import { slugify } from '@/src/lib/translit'
import type {
  GroupRecord,
  OfferRecord,
  PriceRecord,
  PriceTypeRecord,
  ProductRecord,
  StockRecord,
  WarehouseRecord,
} from '@/src/mechanisms/exchange/commerceml/records'
import type { BulkRow } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { propertyWord, type PropertyNames } from './propertyNames'
import { NO_VAT } from './tables'

/** CommerceML records as rows of the portal's tables. */

const UNNAMED = '—'

export function groupRow(record: GroupRecord): BulkRow {
  const name = record.name ?? null
  return row(record, {
    name,
    slug: slugOf(name ?? 'razdel', record.externalId),
    parent: record.parentExternalId,
    sort: record.sort,
    active: !record.deleted,
  })
}

/** A currency that is no known word leaves the stored one. */
export function priceTypeRow(record: PriceTypeRecord): BulkRow {
  return row(record, {
    name: record.name ?? record.externalId,
    currency: currencyCode(record.currency ?? ''),
    vat_included: record.vatIncluded,
    base: false,
    retail: /рознич/i.test(record.name ?? ''),
    active: !record.deleted,
  })
}

export function warehouseRow(record: WarehouseRecord): BulkRow {
  return row(record, {
    name: record.name ?? record.externalId,
    address: record.address,
    pickup: true,
    active: !record.deleted,
  })
}

export const brandKey = (brand: { externalId: string | null; name: string }): string =>
  brand.externalId ?? `name:${brand.name.trim().toLowerCase()}`

export function brandRow(record: ProductRecord): BulkRow | null {
  const brand = record.brand
  if (!brand || brand.name.trim() === '') return null
  return {
    externalId: brandKey(brand),
    line: record.at.line,
    values: { name: brand.name.trim(), slug: slugOf(brand.name, brandKey(brand)), active: true },
  }
}

/** Groups of which a product has several: the first that is there, else the first at all, which may still come. */
export type KnownGroups = ReadonlySet<string>

/** `words` gives the names of properties by their ids in 1C and the words of listed values. */
export function productRow(
  record: ProductRecord,
  words: PropertyNames,
  unit: string | null,
  groups: KnownGroups,
): BulkRow {
  const name = record.name?.trim() || null
  const { properties, refs } = propertiesOf(record, words)
  return {
    externalId: record.externalId,
    line: record.at.line,
    values: {
      name: name ?? record.article,
      article: clipped(record.article, 120),
      slug: slugOf([name, record.article].filter(Boolean).join(' '), record.externalId),
      group: record.groupIds.find((id) => groups.has(id)) ?? record.groupIds[0] ?? null,
      brand: record.brand && record.brand.name.trim() !== '' ? brandKey(record.brand) : null,
      unit: clipped(unit, 40),
      vat_rate: record.vatRate === null ? NO_VAT : (record.vatRate ?? null),
      barcode: clipped(record.barcode, 120),
      description: record.description,
      properties,
      property_refs: refs,
      weight: record.weight,
      active: !record.deleted,
    },
  }
}

export function skuRow(record: OfferRecord, unit: string | null): BulkRow {
  const traits = Object.fromEntries(record.characteristics.map(({ name, value }) => [name, value]))
  return {
    externalId: record.externalId,
    line: record.at.line,
    values: {
      product: record.productExternalId,
      name: record.name?.trim() || record.article || UNNAMED,
      article: clipped(record.article, 120),
      characteristics: record.characteristics.length > 0 ? traits : null,
      barcode: clipped(record.barcode, 120),
      unit: clipped(unit, 40),
      active: !record.deleted,
    },
  }
}

/** One unit, in thousandths. */
const ONE = 1_000

/** Identity of a price: its offer, its type, and from how many units of the base on it holds. */
export const priceKey = (offer: string, type: string, minQty: number): string =>
  [offer, type, ...(minQty > 0 ? [minQty] : [])].join('|')

/** From how many base units on; 0 when it begins with one. A pack's price «от 5 упак» of ten holds from 50. */
export const breakFrom = ({ minQty, coefficient }: Pick<PriceRecord, 'minQty' | 'coefficient'>): number =>
  minQty <= ONE ? 0 : Math.round((minQty * coefficient) / ONE)

/**
 * A price per pack becomes the price of the base unit where that is exact to the last digit; otherwise it is kept for as
 * many units as it was told for (`per_qty`), and sold in such. 0 is no price: it is asked for. `currency` as it was told.
 */
export function priceRow(record: PriceRecord): BulkRow {
  const per = record.coefficient
  const scaled = record.price * ONE
  const divides = per > 0 && scaled % per === 0 && Number.isSafeInteger(scaled)
  const minQty = breakFrom(record)
  return {
    externalId: priceKey(record.offerExternalId, record.priceTypeExternalId, minQty),
    line: record.at.line,
    values: {
      sku: record.offerExternalId,
      price_type: record.priceTypeExternalId,
      min_qty: minQty,
      max_qty: record.maxQty === null ? null : Math.round((record.maxQty * per) / ONE),
      price: divides ? scaled / per : record.price,
      per_qty: divides ? ONE : per,
      currency: record.currency,
      unit: clipped(record.unit, 40),
      active: record.price > 0,
    },
  }
}

/** Identity of a stock: its offer and its warehouse, or none for the total. */
export const stockKey = (offer: string, warehouse: string | null): string => `${offer}|${warehouse ?? ''}`

export function stockRow(record: StockRecord): BulkRow {
  return {
    externalId: stockKey(record.offerExternalId, record.warehouseExternalId),
    line: record.at.line,
    values: record.warehouseExternalId
      ? { sku: record.offerExternalId, warehouse: record.warehouseExternalId, qty: record.qty }
      : { sku: record.offerExternalId, qty: record.qty },
  }
}

/**
 * Properties as people read them, by name; several values are a list. `refs` keeps what 1C sent under each name (the
 * property's id, then its values), so that a word which is told later, or another one, reaches the goods. A whole product
 * names all its properties: one that it leaves out has ended. Null: not told.
 */
function propertiesOf(
  record: ProductRecord,
  words: PropertyNames,
): { properties: Record<string, string | string[]> | null; refs: Record<string, string[]> | null } {
  const refs: Record<string, string[]> = {}
  const said = new Map<string, Set<string>>()
  for (const { externalId, value } of record.properties) {
    const name = words.names.get(externalId)
    const ref = (refs[name ?? externalId] ??= [externalId])
    ref.push(value)
    const word = propertyWord(words, externalId, value)
    if (name !== undefined && word !== '') said.set(name, (said.get(name) ?? new Set()).add(word))
  }
  const properties: Record<string, string | string[]> = {}
  for (const [name, [word = '', ...more]] of said) properties[name] = more.length > 0 ? [word, ...more] : word
  for (const { name, value } of record.characteristics) {
    if (value.trim() === '') continue
    properties[name] = value.trim()
    refs[name] = []
  }
  const told = Object.keys(refs).length > 0 || (record.name !== null && !record.partial)
  return told ? { properties, refs } : { properties: null, refs: null }
}

const row = (record: { externalId: string; at: { line: number } }, values: BulkRow['values']): BulkRow => ({
  externalId: record.externalId,
  line: record.at.line,
  values,
})

/** A readable address; one that nothing can be made of is the id itself. */
const slugOf = (words: string, externalId: string): string => slugify(words) || slugify(externalId) || 'tovar'

/** Longer than the field: cut, for one over-long article must not stop a product. */
const clipped = (text: string | null, max: number): string | null => (text === null ? null : text.slice(0, max))
