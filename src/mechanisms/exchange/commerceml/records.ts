import type { ErrorCode } from '@/src/lib/errors'
/**
 * What a CommerceML file says, one record at a time.
 *
 * Texts: `null` = the element is not in the file (keep what is stored), `''` = it is there and empty (clear it).
 * Prices are integers of 1/10,000 of a currency unit, sums kopecks, quantities thousandths, weights grams, times UTC ISO.
 */
export type CommerceRecord =
  | HeaderRecord
  | ClassifierRecord
  | CatalogueRecord
  | PackageRecord
  | GroupRecord
  | PropertyRecord
  | PriceTypeRecord
  | WarehouseRecord
  | UnitRecord
  | ProductRecord
  | OfferRecord
  | PriceRecord
  | StockRecord
  | AmountsRecord
  | OrderRecord
  | DocumentRecord
  | ProblemRecord

/** Kinds of which something may be wrong that is over when a record of the kind comes whole. */
export type TroubledKind =
  'group' | 'property' | 'priceType' | 'warehouse' | 'product' | 'offer' | 'price' | 'stock' | 'document'

/** Where a record stands in its file and what it is, for the journal: a price has the identifier of its offer. */
export type RecordPlace = { line: number; externalId: string | null; of?: TroubledKind }

export type NamedValue = { name: string; value: string }

/** Always the first record. `generatedAt` serves to refuse data older than what has been applied already. */
export type HeaderRecord = { kind: 'header'; at: RecordPlace; schemaVersion: string; generatedAt: string | null }

export type ClassifierRecord = {
  kind: 'classifier'
  at: RecordPlace
  externalId: string | null
  name: string | null
  onlyChanges: boolean
  /** Says in so many words that it holds everything: what is silent about it may be anything. */
  full: boolean
}

/** `onlyChanges` is true from the second portion even in a full export: it never licenses deleting what is absent. */
export type CatalogueRecord = {
  kind: 'catalogue'
  at: RecordPlace
  externalId: string | null
  name: string | null
  classifierId: string | null
  onlyChanges: boolean
  full: boolean
}

/** ПакетПредложений or ИзмененияПакетаПредложений (then `onlyChanges` is true). */
export type PackageRecord = {
  kind: 'package'
  at: RecordPlace
  externalId: string | null
  name: string | null
  catalogueId: string | null
  classifierId: string | null
  onlyChanges: boolean
  full: boolean
}

/** Parents come before their children. */
export type GroupRecord = {
  kind: 'group'
  at: RecordPlace
  externalId: string
  parentExternalId: string | null
  name: string | null
  description: string | null
  sort: number | null
  deleted: boolean
}

export type PropertyValueOption = { externalId: string | null; value: string }

export type PropertyRecord = {
  kind: 'property'
  at: RecordPlace
  externalId: string
  name: string | null
  type: 'text' | 'number' | 'time' | 'list'
  multiple: boolean
  values: PropertyValueOption[]
  deleted: boolean
}

export type PriceTypeRecord = {
  kind: 'priceType'
  at: RecordPlace
  externalId: string
  name: string | null
  currency: string | null
  vatIncluded: boolean | null
  deleted: boolean
}

export type WarehouseRecord = {
  kind: 'warehouse'
  at: RecordPlace
  externalId: string
  name: string | null
  address: string | null
  deleted: boolean
}

/** `code` is the ОКЕИ code («796»). Each is given once a file, before the first record that uses it. */
export type UnitRecord = {
  kind: 'unit'
  at: RecordPlace
  code: string
  name: string | null
  fullName: string | null
  intl: string | null
}

export type UnitRef = { code: string | null; name: string | null }

/**
 * A product. In 2.04 files a product may stand once for each characteristic (`Ид` = `guid#char`): then several records
 * share `externalId` and differ in `characteristicExternalId`.
 */
export type ProductRecord = {
  kind: 'product'
  at: RecordPlace
  externalId: string
  characteristicExternalId: string | null
  /** True when read from inside an offer: it may fill what is missing and must not overwrite. */
  partial: boolean
  article: string | null
  name: string | null
  fullName: string | null
  description: string | null
  groupIds: string[]
  brand: { externalId: string | null; name: string } | null
  unit: UnitRef | null
  /** Percent; `null` = «Без НДС»; `undefined` = not in the file. */
  vatRate: number | null | undefined
  pictures: string[]
  /** A property with several values stands several times. */
  properties: { externalId: string; value: string }[]
  characteristics: NamedValue[]
  requisites: NamedValue[]
  barcode: string | null
  weight: number | null
  country: string | null
  deleted: boolean
  version: string | null
}

export type OfferRecord = {
  kind: 'offer'
  at: RecordPlace
  /** `guid#char`, or `guid` alone for a product without characteristics. */
  externalId: string
  productExternalId: string
  characteristicExternalId: string | null
  name: string | null
  article: string | null
  barcode: string | null
  unit: UnitRef | null
  characteristics: NamedValue[]
  properties: { externalId: string; value: string }[]
  deleted: boolean
  version: string | null
}

export type PriceRecord = {
  kind: 'price'
  at: RecordPlace
  offerExternalId: string
  priceTypeExternalId: string
  price: number
  currency: string | null
  unit: string | null
  /** Thousandths: 1000 = the base unit. */
  coefficient: number
  /** From how many of `unit` the price holds, thousandths; 0 when nothing is said. */
  minQty: number
  /** Up to how many, that number inside; null without an end. */
  maxQty: number | null
}

export type StockRecord = {
  kind: 'stock'
  at: RecordPlace
  offerExternalId: string
  /** `null`: the total over all warehouses. */
  warehouseExternalId: string | null
  qty: number
}

/**
 * What one offer has told of its prices and stock, after the records themselves. `null`: it does not speak of that kind;
 * a list is the whole list (a price: type and least quantity, `null` where that could not be read; stock: warehouses, `null` is the total).
 */
export type AmountsRecord = {
  kind: 'amounts'
  at: RecordPlace
  offerExternalId: string
  /** The offer itself was told, not its amounts alone. */
  whole: boolean
  prices: { priceTypeExternalId: string; minQty: number | null; coefficient: number }[] | null
  stock: (string | null)[] | null
}

export type LineTax = { name: string; rate: number | null; sum: number | null; included: boolean | null }

export type DocumentLine = {
  /** Null for a line of text: delivery, a service that is no номенклатура. */
  externalId: string | null
  productExternalId: string | null
  characteristicExternalId: string | null
  name: string
  article: string | null
  unit: UnitRef | null
  qty: number
  price: number | null
  total: number | null
  vat: LineTax[]
  /** Kopecks, the sum of the line's discounts. */
  discount: number
  requisites: Record<string, string>
}

export type Counterparty = {
  externalId: string | null
  name: string | null
  legalName: string | null
  inn: string | null
  kpp: string | null
  role: string | null
  address: string | null
  contacts: { type: string; value: string }[]
  representatives: { externalId: string | null; name: string | null }[]
}

type DocumentBody = {
  at: RecordPlace
  externalId: string
  number: string
  date: string
  operation: string
  role: string | null
  version: string | null
  currency: string | null
  /** As written: «1», «92.5». */
  rate: string | null
  total: number | null
  counterparties: Counterparty[]
  lines: DocumentLine[]
  /** Налоги of the document as a whole. */
  vat: LineTax[]
  /** Line that carries no goods: sums of document-level discounts, kopecks. */
  discount: number
  warehouseExternalId: string | null
  /** The order that a payment or a shipment belongs to. */
  baseExternalId: string | null
  requisites: Record<string, string>
  comment: string | null
  number1c: string | null
  date1c: string | null
  posted: boolean | null
  deleted: boolean
  cancelled: boolean
  statusName: string | null
  /** «Оплачен», «Отгружен» in so many words; null when nothing is said, and the numbers and dates below speak. */
  paid: boolean | null
  shipped: boolean | null
  paidNumber: string | null
  paidDate: string | null
  shippedNumber: string | null
  shippedDate: string | null
}

/** ХозОперация «Заказ товара». */
export type OrderRecord = DocumentBody & { kind: 'order' }

/** Any other ХозОперация: счёт, отпуск товара, счёт-фактура, оплата, возврат … */
export type DocumentRecord = DocumentBody & { kind: 'document' }

/** One bad record, or one bad field of it; reading goes on. */
export type ProblemRecord = {
  kind: 'problem'
  at: RecordPlace
  code: ErrorCode
  params: Record<string, string | number>
}
