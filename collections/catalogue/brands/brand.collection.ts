import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { slugField } from '@/src/mechanisms/fields/checked'
import { brandAccess } from './brand.access'
import { brandLabels as labels } from './brand.labels'

export const brands: CollectionConfig = {
  slug: 'brands',
  custom: { panel: { section: 'site', order: 30, of: ['editor'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: brandAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'active', 'slug'],
    listSearchableFields: ['name'],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 200 },
    slugField('slug', labels.fields.slug, { required: true, unique: true, maxLength: 120 }),
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: true },
    ...syncFields(),
  ],
}
