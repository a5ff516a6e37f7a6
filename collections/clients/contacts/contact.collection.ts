import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { announceHooks, idOf } from '@/hooks/announceChanges'
import { emailField, phoneField } from '@/src/mechanisms/fields/checked'
import { contactAccess } from './contact.access'
import { applyFlag, closeBeforeDelete } from './contact.hooks'
import { contactLabels as labels } from './contact.labels'

const told = announceHooks({
  entity: 'contacts',
  made: 'contact.added',
  changed: 'contact.changed',
  removed: 'contact.removed',
  fields: ['company', 'name', 'position', 'email', 'phone', 'portalRole', 'portalAccess'],
  companyOf: (row) => idOf(row.company),
})

export const contacts: CollectionConfig = {
  slug: 'contacts',
  labels: { singular: labels.one, plural: labels.many },
  access: contactAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'company', 'position', 'email', 'phone', 'portalAccess'],
    listSearchableFields: ['name', 'email', 'phone'],
  },
  hooks: {
    afterChange: [...told.afterChange, applyFlag],
    beforeDelete: [closeBeforeDelete],
    afterDelete: told.afterDelete,
  },
  fields: [
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
    },
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 200 },
    { name: 'position', type: 'text', label: labels.fields.position, maxLength: 160 },
    emailField('email', labels.fields.email),
    phoneField('phone', labels.fields.phone),
    {
      name: 'portalRole',
      type: 'relationship',
      relationTo: 'portal-roles',
      label: labels.fields.portalRole,
      index: true,
    },
    { name: 'portalAccess', type: 'checkbox', label: labels.fields.portalAccess, defaultValue: false },
    {
      name: 'removed',
      type: 'checkbox',
      label: labels.fields.removed,
      defaultValue: false,
      access: { create: () => false, update: () => false },
      admin: { readOnly: true },
    },
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, index: true },
    ...syncFields(),
  ],
}
