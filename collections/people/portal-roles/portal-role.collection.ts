import type { CollectionConfig } from 'payload'
import { capabilitiesField } from '@/src/mechanisms/access/capabilities'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { slugField } from '@/src/mechanisms/fields/checked'
import { portalRoleAccess } from './portal-role.access'
import { portalRoleLabels as labels } from './portal-role.labels'

export const portalRoles: CollectionConfig = {
  slug: 'portal-roles',
  custom: { panel: { section: 'settings', order: 50, roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: portalRoleAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'code', 'capabilities'],
    listSearchableFields: ['name', 'code'],
  },
  fields: [
    slugField('code', labels.fields.code, { required: true, unique: true, maxLength: 60 }),
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 160 },
    { name: 'nameEn', type: 'text', label: labels.fields.nameEn, maxLength: 160 },
    capabilitiesField('capabilities', labels.fields.capabilities),
    ...syncFields(),
  ],
}
