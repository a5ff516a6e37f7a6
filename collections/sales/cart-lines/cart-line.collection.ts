import type { CollectionConfig } from 'payload'
import { priceField, quantityField } from '@/src/mechanisms/fields/numbers'
import { cartLineAccess } from './cart-line.access'
import { cartLineLabels as labels } from './cart-line.labels'

export const cartLines: CollectionConfig = {
  slug: 'cart-lines',
  labels: { singular: labels.one, plural: labels.many },
  access: cartLineAccess.collection,
  lockDocuments: false,
  admin: {
    group: labels.group,
    useAsTitle: 'id',
  },
  indexes: [{ fields: ['cart', 'sku'], unique: true }],
  fields: [
    { name: 'cart', type: 'relationship', relationTo: 'carts', label: labels.fields.cart, required: true, index: true },
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, required: true, index: true },
    { name: 'sku', type: 'relationship', relationTo: 'skus', label: labels.fields.sku, required: true, index: true },
    quantityField('qty', labels.fields.qty, { required: true }),
    priceField('priceSeen', labels.fields.priceSeen),
  ],
}
