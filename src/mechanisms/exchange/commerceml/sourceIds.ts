import { keptId, MAIN_SOURCE } from '../source'
import type { CommerceRecord, Counterparty, DocumentRecord, OrderRecord } from './records'

/**
 * The record with its identifiers as the portal keeps those of this source. A characteristic and a listed value are named
 * within their product and property, and stay as they are.
 */
export function ofSource(source: string, record: CommerceRecord): CommerceRecord {
  // As they are told and as they are kept is the same then, and most portals have one source.
  if (source === MAIN_SOURCE) return record
  const id = <Id extends string | null>(told: Id): Id =>
    (told === null || told === '' ? told : keptId(source, told)) as Id
  const at = { ...record.at, externalId: id(record.at.externalId) }
  switch (record.kind) {
    case 'header':
    case 'unit':
      return record
    case 'problem':
      return { ...record, at }
    case 'classifier':
      return { ...record, at, externalId: id(record.externalId) }
    case 'catalogue':
      return { ...record, at, externalId: id(record.externalId), classifierId: id(record.classifierId) }
    case 'package':
      return {
        ...record,
        at,
        externalId: id(record.externalId),
        catalogueId: id(record.catalogueId),
        classifierId: id(record.classifierId),
      }
    case 'group':
      return { ...record, at, externalId: id(record.externalId), parentExternalId: id(record.parentExternalId) }
    case 'property':
    case 'priceType':
    case 'warehouse':
      return { ...record, at, externalId: id(record.externalId) }
    case 'product':
      return {
        ...record,
        at,
        externalId: id(record.externalId),
        groupIds: record.groupIds.map(id),
        brand: record.brand && { ...record.brand, externalId: id(record.brand.externalId) },
        properties: record.properties.map((one) => ({ ...one, externalId: id(one.externalId) })),
      }
    case 'offer':
      return {
        ...record,
        at,
        externalId: id(record.externalId),
        productExternalId: id(record.productExternalId),
        properties: record.properties.map((one) => ({ ...one, externalId: id(one.externalId) })),
      }
    case 'price':
      return {
        ...record,
        at,
        offerExternalId: id(record.offerExternalId),
        priceTypeExternalId: id(record.priceTypeExternalId),
      }
    case 'stock':
      return {
        ...record,
        at,
        offerExternalId: id(record.offerExternalId),
        warehouseExternalId: id(record.warehouseExternalId),
      }
    case 'amounts':
      return {
        ...record,
        at,
        offerExternalId: id(record.offerExternalId),
        prices:
          record.prices && record.prices.map((one) => ({ ...one, priceTypeExternalId: id(one.priceTypeExternalId) })),
        stock: record.stock && record.stock.map(id),
      }
    case 'order':
    case 'document':
      return { ...paperOfSource(record, id), at }
  }
}

type Rename = <Id extends string | null>(told: Id) => Id

function paperOfSource<Paper extends OrderRecord | DocumentRecord>(record: Paper, id: Rename): Paper {
  return {
    ...record,
    externalId: id(record.externalId),
    counterparties: record.counterparties.map((party) => partyOfSource(party, id)),
    lines: record.lines.map((line) => ({
      ...line,
      externalId: id(line.externalId),
      productExternalId: id(line.productExternalId),
    })),
    warehouseExternalId: id(record.warehouseExternalId),
    baseExternalId: id(record.baseExternalId),
  }
}

const partyOfSource = (party: Counterparty, id: Rename): Counterparty => ({
  ...party,
  externalId: id(party.externalId),
  representatives: party.representatives.map((one) => ({ ...one, externalId: id(one.externalId) })),
})
