import type { CollectionConfig } from 'payload'
import { priceField, quantityField } from '@/src/mechanisms/fields/numbers'
import { cartLineAccess } from './cart-line.access'
import { cartLineLabels as labels } from './cart-line.labels'

export const cartLines: CollectionConfig = {
  slug: 'cart-lines',
  custom: { panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: cartLineAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'title',
    description: labels.about,
    defaultColumns: ['sku', 'user', 'qty', 'priceSeen', 'createdAt'],
    listSearchableFields: ['title'],
  },
  indexes: [{ fields: ['cart', 'sku'], unique: true }],
  fields: [
    {
      name: 'title',
      type: 'text',
      virtual: 'sku.name',
      label: labels.one,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    { name: 'cart', type: 'relationship', relationTo: 'carts', label: labels.fields.cart, required: true, index: true },
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, required: true, index: true },
    { name: 'sku', type: 'relationship', relationTo: 'skus', label: labels.fields.sku, required: true, index: true },
    quantityField('qty', labels.fields.qty, { required: true }),
    priceField('priceSeen', labels.fields.priceSeen),
  ],
}
