import type { CollectionConfig } from 'payload'
import { staffOnly, userAccess } from './user.access'
import { userLabels as labels } from './user.labels'

const guarded = { create: staffOnly, update: staffOnly }

export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: labels.one, plural: labels.many },
  access: { ...userAccess.collection, admin: () => false },
  lockDocuments: false,
  auth: {
    tokenExpiration: 30 * 24 * 60 * 60,
    maxLoginAttempts: 0,
    verify: true,
    cookies: { sameSite: 'Lax', secure: process.env.PUBLIC_URL?.startsWith('https:') ?? false },
  },
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'kind', 'company', 'active'],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 160 },
    {
      name: 'kind',
      type: 'select',
      label: labels.fields.kind,
      required: true,
      defaultValue: 'client',
      options: Object.entries(labels.options.kind).map(([value, label]) => ({ value, label })),
      access: guarded,
    },
    { name: 'phone', type: 'text', label: labels.fields.phone, maxLength: 40, index: true },
    { name: 'photo', type: 'upload', relationTo: 'media', label: labels.fields.photo },
    { name: 'company', type: 'relationship', relationTo: 'companies', label: labels.fields.company, index: true, access: guarded },
    {
      name: 'locale',
      type: 'select',
      label: labels.fields.locale,
      defaultValue: 'ru',
      options: Object.entries(labels.options.locale).map(([value, label]) => ({ value, label })),
    },
    { name: 'timezone', type: 'text', label: labels.fields.timezone, defaultValue: 'Europe/Moscow', maxLength: 60 },
    { name: 'mailNotifications', type: 'checkbox', label: labels.fields.mailNotifications, defaultValue: true },
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: true, access: guarded },
    {
      name: 'lastLoginAt',
      type: 'date',
      label: labels.fields.lastLoginAt,
      access: { create: () => false, update: () => false },
      admin: { readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
    },
  ],
}
