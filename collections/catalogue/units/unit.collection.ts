import type { CollectionConfig } from 'payload'
import { okeiField } from '@/src/mechanisms/fields/checked'
import { unitAccess } from './unit.access'
import { unitLabels as labels } from './unit.labels'

export const units: CollectionConfig = {
  slug: 'units',
  custom: { panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: unitAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'fullName', 'code'],
    listSearchableFields: ['name', 'fullName', 'code'],
  },
  fields: [
    okeiField('code', labels.fields.code, { required: true, unique: true }),
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 40 },
    { name: 'fullName', type: 'text', label: labels.fields.fullName, maxLength: 120 },
  ],
}
