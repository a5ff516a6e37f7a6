import type { CollectionConfig } from 'payload'
import { loginSessionAccess } from './login-session.access'
import { loginSessionLabels as labels } from './login-session.labels'

export const loginSessions: CollectionConfig = {
  slug: 'login-sessions',
  custom: { journal: true, panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: loginSessionAccess.collection,
  lockDocuments: false,
  defaultSort: '-lastSeen',
  admin: {
    group: labels.group,
    useAsTitle: 'device',
    description: labels.about,
    defaultColumns: ['device', 'user', 'staff', 'address', 'lastSeen', 'endedAt'],
    listSearchableFields: ['device', 'address'],
  },
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, index: true },
    { name: 'staff', type: 'relationship', relationTo: 'staff', label: labels.fields.staff, index: true },
    {
      name: 'sid',
      type: 'text',
      label: labels.fields.sid,
      required: true,
      unique: true,
      access: { read: () => false },
      admin: { hidden: true },
    },
    { name: 'device', type: 'text', label: labels.fields.device, maxLength: 200 },
    { name: 'address', type: 'text', label: labels.fields.address, maxLength: 64 },
    {
      name: 'lastSeen',
      type: 'date',
      label: labels.fields.lastSeen,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'endedAt',
      type: 'date',
      label: labels.fields.endedAt,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
  ],
}
