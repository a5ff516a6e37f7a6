import type { CollectionConfig } from 'payload'
import { moneyField, priceField, quantityField } from '@/src/mechanisms/fields/numbers'
import { orderLineAccess } from './order-line.access'
import { orderLineLabels as labels } from './order-line.labels'

export const orderLines: CollectionConfig = {
  slug: 'order-lines',
  custom: { panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: orderLineAccess.collection,
  lockDocuments: false,
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['order', 'position', 'name', 'qty', 'price', 'total', 'shippedQty'],
    listSearchableFields: ['name', 'article'],
  },
  indexes: [{ fields: ['order', 'position'], unique: true }],
  fields: [
    {
      name: 'order',
      type: 'relationship',
      relationTo: 'orders',
      label: labels.fields.order,
      required: true,
      index: true,
    },
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
    },
    { name: 'position', type: 'number', label: labels.fields.position, required: true },
    { name: 'sku', type: 'relationship', relationTo: 'skus', label: labels.fields.sku, index: true },
    { name: 'productExternalId', type: 'text', label: labels.fields.productExternalId, maxLength: 200 },
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 1000 },
    { name: 'article', type: 'text', label: labels.fields.article, maxLength: 120 },
    { name: 'unit', type: 'text', label: labels.fields.unit, maxLength: 40 },
    quantityField('qty', labels.fields.qty, { required: true }),
    priceField('price', labels.fields.price, { required: true }),
    moneyField('discount', labels.fields.discount, { defaultValue: 0 }),
    moneyField('total', labels.fields.total, { required: true }),
    { name: 'vatRate', type: 'number', label: labels.fields.vatRate },
    quantityField('shippedQty', labels.fields.shippedQty, { defaultValue: 0 }),
    { name: 'warehouse', type: 'relationship', relationTo: 'warehouses', label: labels.fields.warehouse, index: true },
    {
      name: 'availableFrom',
      type: 'date',
      label: labels.fields.availableFrom,
      admin: { date: { pickerAppearance: 'dayOnly' } },
    },
  ],
}
