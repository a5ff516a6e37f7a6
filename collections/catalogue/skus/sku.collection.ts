import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { shownSwitch } from '@/src/mechanisms/fields/shownSwitch'
import { skuAccess } from './sku.access'
import { skuLabels as labels } from './sku.labels'

export const skus: CollectionConfig = {
  slug: 'skus',
  labels: { singular: labels.one, plural: labels.many },
  access: skuAccess.collection,
  lockDocuments: false,
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'article', 'product', 'unit', 'active'],
    listSearchableFields: ['name', 'article', 'barcode'],
  },
  fields: [
    {
      name: 'product',
      type: 'relationship',
      relationTo: 'products',
      label: labels.fields.product,
      required: true,
      index: true,
    },
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 1000 },
    { name: 'article', type: 'text', label: labels.fields.article, maxLength: 120 },
    { name: 'characteristics', type: 'json', label: labels.fields.characteristics, custom: { editable: true } },
    { name: 'barcode', type: 'text', label: labels.fields.barcode, maxLength: 120 },
    { name: 'unit', type: 'text', label: labels.fields.unit, maxLength: 40 },
    ...shownSwitch(labels.fields.active),
    ...syncFields(),
  ],
}
