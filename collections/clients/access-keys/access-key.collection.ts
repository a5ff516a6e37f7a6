import type { CollectionConfig, DateField } from 'payload'
import { defineEntity } from '@/src/mechanisms/modules/defineModule'
import { nobody } from '@/src/mechanisms/access/fieldAccess'
import { accessKeyAccess } from './access-key.access'
import { createKeyAction, revokeKey } from './access-key.actions'
import { accessKeyLabels as labels } from './access-key.labels'

const moment = (name: 'expiresAt' | 'lastUsedAt' | 'endedAt'): DateField => ({
  name,
  type: 'date',
  label: labels.fields[name],
  admin: { date: { pickerAppearance: 'dayAndTime' } },
})

/** A key by which a program reads and acts for a person in one company; its secret is nowhere but with whoever made it. */
const collection: CollectionConfig = {
  slug: 'access-keys',
  custom: { journal: true, panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: accessKeyAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'user', 'company', 'acts', 'expiresAt', 'lastUsedAt', 'endedAt'],
    listSearchableFields: ['name', 'hint'],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 60 },
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, required: true, index: true },
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
    },
    { name: 'hint', type: 'text', label: labels.fields.hint, required: true, maxLength: 20 },
    {
      name: 'hash',
      type: 'text',
      required: true,
      unique: true,
      access: { read: nobody },
      admin: { hidden: true },
    },
    { name: 'acts', type: 'checkbox', label: labels.fields.acts, defaultValue: false },
    moment('expiresAt'),
    moment('lastUsedAt'),
    moment('endedAt'),
  ],
}

export const accessKeys = defineEntity({ collection, parts: [createKeyAction, revokeKey] })
