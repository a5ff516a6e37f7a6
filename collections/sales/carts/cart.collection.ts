import type { CollectionConfig } from 'payload'
import { cartAccess } from './cart.access'
import { cartLabels as labels } from './cart.labels'

export const carts: CollectionConfig = {
  slug: 'carts',
  labels: { singular: labels.one, plural: labels.many },
  access: cartAccess.collection,
  lockDocuments: false,
  admin: {
    group: labels.group,
    useAsTitle: 'id',
  },
  indexes: [{ fields: ['user', 'company'], unique: true }],
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, required: true, index: true },
    { name: 'company', type: 'relationship', relationTo: 'companies', label: labels.fields.company, required: true, index: true },
  ],
}
