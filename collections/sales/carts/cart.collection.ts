import type { CollectionConfig } from 'payload'
import { cartAccess } from './cart.access'
import { cartLabels as labels } from './cart.labels'

export const carts: CollectionConfig = {
  slug: 'carts',
  custom: { panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: cartAccess.collection,
  lockDocuments: false,
  defaultSort: '-updatedAt',
  admin: {
    group: labels.group,
    useAsTitle: 'title',
    description: labels.about,
    defaultColumns: ['company', 'user', 'updatedAt'],
    listSearchableFields: ['title'],
  },
  indexes: [{ fields: ['user', 'company'], unique: true }],
  fields: [
    {
      name: 'title',
      type: 'text',
      virtual: 'company.name',
      label: labels.one,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, required: true, index: true },
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
    },
  ],
}
