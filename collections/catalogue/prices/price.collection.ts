import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, priceField } from '@/src/mechanisms/fields/numbers'
import { priceAccess } from './price.access'
import { priceLabels as labels } from './price.labels'

export const prices: CollectionConfig = {
  slug: 'prices',
  labels: { singular: labels.one, plural: labels.many },
  access: priceAccess.collection,
  lockDocuments: false,
  admin: {
    group: labels.group,
    useAsTitle: 'title',
    description: labels.about,
    defaultColumns: ['sku', 'priceType', 'price', 'currency', 'unit'],
    listSearchableFields: ['title'],
  },
  indexes: [{ fields: ['sku', 'priceType'], unique: true }],
  fields: [
    { name: 'title', type: 'text', virtual: 'sku.name', label: labels.one, admin: { hidden: true, disableListColumn: true, disableListFilter: true } },
    { name: 'sku', type: 'relationship', relationTo: 'skus', label: labels.fields.sku, required: true, index: true },
    { name: 'priceType', type: 'relationship', relationTo: 'price-types', label: labels.fields.priceType, required: true, index: true },
    priceField('price', labels.fields.price, { required: true }),
    currencyField(),
    { name: 'unit', type: 'text', label: labels.fields.unit, maxLength: 40 },
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: true },
    ...syncFields(),
  ],
}
