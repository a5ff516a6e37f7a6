import type { CollectionConfig } from 'payload'
import { settings } from '@/src/lib/settings'
import { forStaff, nobody } from '@/src/mechanisms/access/fieldAccess'
import { authEndpoints } from '@/src/mechanisms/sessions/authEndpoints'
import { guardCredentials, tellOfCredentials } from '@/src/mechanisms/sessions/credentials'
import { closedByOptions, isClosed } from '../closedBy'
import { userAccess } from './user.access'
import { userEndpoints } from './user.endpoint'
import { phoneField, zoneField } from '@/src/mechanisms/fields/checked'
import { staffWhoSell } from '@/src/mechanisms/access/roles'
import { silenceVerification } from './user.hooks'
import { userLabels as labels } from './user.labels'

const admin = forStaff('admin')
const guarded = { create: admin, update: admin }
/** Written by the database itself, see `closedBy.ts`. */
const kept = { create: nobody, update: nobody }

export const users: CollectionConfig = {
  slug: 'users',
  custom: { panel: { section: 'people', order: 20, of: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: { ...userAccess.collection, admin: () => false },
  lockDocuments: false,
  defaultSort: 'name',
  auth: {
    tokenExpiration: 30 * 24 * 60 * 60,
    // Every request reads the person; their company and picture are read by who shows them.
    depth: 0,
    maxLoginAttempts: 0,
    verify: true,
    removeTokenFromResponses: true,
    cookies: { sameSite: 'Lax', secure: settings().PUBLIC_URL.startsWith('https:') },
  },
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    components: { beforeListTable: ['/src/admin/people/InviteUsersNote#InviteUsersNote'] },
    description: labels.about,
    defaultColumns: ['name', 'email', 'phone', 'company', 'lastLoginAt', 'active'],
    listSearchableFields: ['name', 'email', 'phone'],
  },
  endpoints: [...authEndpoints('users'), ...userEndpoints],
  hooks: {
    beforeOperation: [silenceVerification],
    beforeValidate: [guardCredentials('users')],
    afterChange: [tellOfCredentials('users')],
  },
  fields: [
    // Payload's own fields with our rules: an address is the key to recovery, so it is changed by a link.
    { name: 'email', type: 'email', label: labels.fields.email, required: true, unique: true, access: guarded },
    {
      name: '_verified',
      type: 'checkbox',
      label: labels.fields.verified,
      access: { ...guarded, read: forStaff(...staffWhoSell) },
    },
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
    phoneField('phone', labels.fields.phone, { index: true }),
    { name: 'photo', type: 'upload', relationTo: 'media', label: labels.fields.photo },
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      index: true,
      access: guarded,
    },
    {
      name: 'locale',
      type: 'select',
      label: labels.fields.locale,
      defaultValue: 'ru',
      options: Object.entries(labels.options.locale).map(([value, label]) => ({ value, label })),
    },
    zoneField('timezone', labels.fields.timezone, { defaultValue: 'Europe/Moscow' }),
    { name: 'mailNotifications', type: 'checkbox', label: labels.fields.mailNotifications, defaultValue: true },
    {
      name: 'active',
      type: 'checkbox',
      label: labels.fields.active,
      defaultValue: true,
      access: { create: admin, update: forStaff(...staffWhoSell) },
    },
    {
      name: 'closedBy',
      type: 'select',
      label: labels.fields.closedBy,
      options: closedByOptions(labels.options.closedBy),
      access: kept,
      admin: { readOnly: true, condition: isClosed },
    },
    {
      name: 'lastLoginAt',
      type: 'date',
      label: labels.fields.lastLoginAt,
      access: { create: () => false, update: () => false },
      admin: { readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'entrance',
      type: 'ui',
      label: labels.fields.entrance,
      admin: {
        components: { Field: '/src/admin/people/PersonAccess#PersonAccess' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
  ],
}
