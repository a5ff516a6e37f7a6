import type { CollectionConfig } from 'payload'
import { siteAccess } from './site.access'
import { siteLabels as labels } from './site.labels'

export const sites: CollectionConfig = {
  slug: 'sites',
  labels: { singular: labels.one, plural: labels.many },
  access: siteAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'isDefault', 'hue', 'phone', 'email'],
    listSearchableFields: ['name'],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 120 },
    { name: 'hosts', type: 'text', hasMany: true, label: labels.fields.hosts, admin: { description: labels.hints.hosts } },
    { name: 'isDefault', type: 'checkbox', label: labels.fields.isDefault, defaultValue: false },
    { name: 'hue', type: 'number', label: labels.fields.hue, defaultValue: 262 },
    { name: 'logo', type: 'upload', relationTo: 'media', label: labels.fields.logo },
    { name: 'priceType', type: 'relationship', relationTo: 'price-types', label: labels.fields.priceType, index: true },
    { name: 'phone', type: 'text', label: labels.fields.phone, maxLength: 40 },
    { name: 'email', type: 'email', label: labels.fields.email },
  ],
}
