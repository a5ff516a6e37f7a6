import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, priceField, quantityField } from '@/src/mechanisms/fields/numbers'
import { shownSwitch } from '@/src/mechanisms/fields/shownSwitch'
import { priceAccess } from './price.access'
import { priceLabels as labels } from './price.labels'

export const prices: CollectionConfig = {
  slug: 'prices',
  custom: { panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: priceAccess.collection,
  lockDocuments: false,
  admin: {
    group: labels.group,
    useAsTitle: 'title',
    description: labels.about,
    defaultColumns: ['sku', 'priceType', 'minQty', 'price', 'currency', 'unit'],
    listSearchableFields: ['title'],
  },
  indexes: [{ fields: ['sku', 'priceType', 'minQty'], unique: true }],
  fields: [
    {
      name: 'title',
      type: 'text',
      virtual: 'sku.name',
      label: labels.one,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    { name: 'sku', type: 'relationship', relationTo: 'skus', label: labels.fields.sku, required: true, index: true },
    {
      name: 'priceType',
      type: 'relationship',
      relationTo: 'price-types',
      label: labels.fields.priceType,
      required: true,
      index: true,
    },
    priceField('price', labels.fields.price, { required: true }),
    currencyField(),
    quantityField('minQty', labels.fields.minQty, { required: true, defaultValue: 0 }),
    quantityField('maxQty', labels.fields.maxQty),
    quantityField('perQty', labels.fields.perQty, { required: true, defaultValue: 1_000 }),
    { name: 'unit', type: 'text', label: labels.fields.unit, maxLength: 40 },
    ...shownSwitch(labels.fields.active),
    ...syncFields(),
  ],
}
