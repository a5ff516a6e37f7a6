import type { BulkTable } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { OVERRIDES } from '@/src/mechanisms/fields/overrides'
import { HIDDEN_BY_HAND } from '@/src/mechanisms/fields/shownSwitch'
import { PORTAL_CURRENCY } from '@/src/mechanisms/portal/portalSettings'

/** Goods as they come in bulk. 1C owns prices and stock, and names until an editor takes one over; addresses and a person's own hiding are the portal's. */

const kept = { type: 'text', keepsNull: true } as const
const named = { ...kept, fallback: '—' } as const

/** 1C shows and hides; what a person hid stays hidden. */
const shown = { type: 'bool', unless: HIDDEN_BY_HAND } as const

/** 1C writes them until an editor takes one over. */
const editable = { override: OVERRIDES } as const

/** «Без НДС»: a rate that is told to be none. */
export const NO_VAT = 'none'

export const groupTable: BulkTable = {
  entity: 'groups',
  reads: 'group',
  table: 'groups',
  unique: 'slug',
  columns: {
    name: { ...named, ...editable },
    slug: { type: 'text', insertOnly: true },
    parent: { type: 'text', ref: { table: 'groups', required: false }, ...editable },
    sort: { type: 'numeric', keepsNull: true, ...editable },
    active: shown,
  },
}

export const brandTable: BulkTable = {
  entity: 'brands',
  table: 'brands',
  unique: 'slug',
  columns: { name: named, slug: { type: 'text', insertOnly: true }, active: { type: 'bool', insertOnly: true } },
}

export const priceTypeTable: BulkTable = {
  entity: 'price-types',
  reads: 'priceType',
  table: 'price_types',
  columns: {
    name: named,
    currency: { ...kept, fallbackSql: PORTAL_CURRENCY },
    vat_included: { type: 'bool', keepsNull: true },
    base: { type: 'bool', insertOnly: true },
    retail: { type: 'bool', insertOnly: true },
    active: shown,
  },
}

export const warehouseTable: BulkTable = {
  entity: 'warehouses',
  reads: 'warehouse',
  table: 'warehouses',
  columns: { name: named, address: kept, pickup: { type: 'bool', insertOnly: true }, active: shown },
}

export const productTable: BulkTable = {
  entity: 'products',
  reads: 'product',
  table: 'products',
  unique: 'slug',
  columns: {
    name: { ...named, ...editable },
    article: kept,
    slug: { type: 'text', insertOnly: true },
    group: { type: 'text', ref: { table: 'groups', required: false }, ...editable },
    brand: { type: 'text', ref: { table: 'brands', required: false } },
    unit: kept,
    vat_rate: { type: 'numeric', keepsNull: true, none: NO_VAT },
    barcode: kept,
    description: { ...kept, ...editable },
    properties: { type: 'jsonb', keysIn: 'property_refs' },
    property_refs: { type: 'jsonb', keepsNull: true },
    weight: { type: 'numeric', keepsNull: true },
    active: shown,
  },
}

/** A product that is only mentioned inside an offer fills a gap and changes nothing that is there. */
export const mentionedProductTable: BulkTable = {
  ...productTable,
  entity: 'mentioned-products',
  reads: undefined,
  addOnly: true,
}

export const skuTable: BulkTable = {
  entity: 'skus',
  reads: 'offer',
  table: 'skus',
  columns: {
    product: { type: 'text', ref: { table: 'products', required: true } },
    name: named,
    article: kept,
    characteristics: { type: 'jsonb', keepsNull: true },
    barcode: kept,
    unit: kept,
    active: shown,
  },
}

export const priceTable: BulkTable = {
  entity: 'prices',
  reads: 'price',
  table: 'prices',
  conflict: { columns: ['sku_id', 'price_type_id', 'min_qty'] },
  columns: {
    sku: { type: 'text', ref: { table: 'skus', required: true } },
    price_type: { type: 'text', ref: { table: 'price_types', required: true } },
    min_qty: { type: 'numeric' },
    max_qty: { type: 'numeric' },
    price: { type: 'numeric' },
    per_qty: { type: 'numeric' },
    currency: { type: 'text', like: { ref: 'price_type', column: 'currency' } },
    unit: { type: 'text' },
    active: shown,
  },
}

export const stockTable: BulkTable = {
  entity: 'stocks',
  reads: 'stock',
  table: 'stocks',
  conflict: { columns: ['sku_id', 'warehouse_id'] },
  columns: {
    sku: { type: 'text', ref: { table: 'skus', required: true } },
    warehouse: { type: 'text', ref: { table: 'warehouses', required: true } },
    qty: { type: 'numeric' },
  },
}

/** Stock told as one number for all warehouses. */
export const totalStockTable: BulkTable = {
  entity: 'total-stocks',
  reads: 'stock',
  table: 'stocks',
  conflict: { columns: ['sku_id'], where: 'warehouse_id is null' },
  columns: { sku: { type: 'text', ref: { table: 'skus', required: true } }, qty: { type: 'numeric' } },
}

/** What must be there before what: the order in which buffers are written. */
export const catalogueTables: readonly BulkTable[] = [
  groupTable,
  brandTable,
  priceTypeTable,
  warehouseTable,
  productTable,
  mentionedProductTable,
  skuTable,
  priceTable,
  stockTable,
  totalStockTable,
]
