import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { quantityField } from '@/src/mechanisms/fields/numbers'
import { stockAccess } from './stock.access'
import { stockLabels as labels } from './stock.labels'

export const stocks: CollectionConfig = {
  slug: 'stocks',
  custom: { panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: stockAccess.collection,
  lockDocuments: false,
  admin: {
    group: labels.group,
    useAsTitle: 'title',
    description: labels.about,
    defaultColumns: ['sku', 'warehouse', 'qty', 'expectedQty', 'expectedAt'],
    listSearchableFields: ['title'],
  },
  indexes: [{ fields: ['sku', 'warehouse'], unique: true }],
  fields: [
    {
      name: 'title',
      type: 'text',
      virtual: 'sku.name',
      label: labels.one,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    { name: 'sku', type: 'relationship', relationTo: 'skus', label: labels.fields.sku, required: true, index: true },
    { name: 'warehouse', type: 'relationship', relationTo: 'warehouses', label: labels.fields.warehouse, index: true },
    quantityField('qty', labels.fields.qty, { required: true, defaultValue: 0, allowNegative: true }),
    quantityField('expectedQty', labels.fields.expectedQty),
    {
      name: 'expectedAt',
      type: 'date',
      label: labels.fields.expectedAt,
      admin: { date: { pickerAppearance: 'dayOnly' } },
    },
    ...syncFields(),
  ],
}
