import type { CollectionConfig } from 'payload'
import { settings } from '@/src/lib/settings'
import { forStaff } from '@/src/mechanisms/access/fieldAccess'
import { authEndpoints } from '@/src/mechanisms/sessions/authEndpoints'
import { guardCredentials, presentPassword, tellOfCredentials } from '@/src/mechanisms/sessions/credentials'
import { printedPhoneField } from '@/src/mechanisms/fields/checked'
import { staffAccess } from './staff.access'
import { keepAdminOnChange, keepAdminOnDelete } from './staff.hooks'
import { staffLabels as labels } from './staff.labels'

/** Rights, and who works under whom, are the administrator's alone. */
const adminOnly = forStaff('admin')
const guarded = { create: adminOnly, update: adminOnly }

export const staff: CollectionConfig = {
  slug: 'staff',
  custom: { panel: { section: 'people', order: 10, of: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: staffAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  auth: {
    tokenExpiration: 12 * 60 * 60,
    depth: 0,
    maxLoginAttempts: 0,
    removeTokenFromResponses: true,
    cookies: { sameSite: 'Lax', secure: settings().PUBLIC_URL.startsWith('https:') },
  },
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    components: { beforeListTable: ['/src/admin/people/InviteStaff#InviteStaff'] },
    description: labels.about,
    defaultColumns: ['name', 'role', 'email', 'head', 'isDefaultManager', 'active'],
    listSearchableFields: ['name', 'email', 'phone'],
  },
  endpoints: authEndpoints('staff'),
  hooks: {
    beforeValidate: [guardCredentials('staff')],
    beforeChange: [keepAdminOnChange],
    afterChange: [tellOfCredentials('staff')],
    beforeDelete: [keepAdminOnDelete],
  },
  fields: [
    presentPassword,
    { name: 'email', type: 'email', label: labels.fields.email, required: true, unique: true, access: guarded },
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 160 },
    {
      name: 'role',
      type: 'select',
      label: labels.fields.role,
      required: true,
      defaultValue: 'manager',
      options: Object.entries(labels.options.role).map(([value, label]) => ({ value, label })),
      access: guarded,
      saveToJWT: true,
    },
    { name: 'head', type: 'relationship', relationTo: 'staff', label: labels.fields.head, access: guarded },
    {
      name: 'branches',
      type: 'relationship',
      relationTo: 'branches',
      hasMany: true,
      label: labels.fields.branches,
      access: guarded,
    },
    { name: 'position', type: 'text', label: labels.fields.position, maxLength: 120 },
    printedPhoneField('phone', labels.fields.phone),
    { name: 'photo', type: 'upload', relationTo: 'media', label: labels.fields.photo },
    {
      name: 'workingHours',
      type: 'text',
      label: labels.fields.workingHours,
      maxLength: 120,
      admin: { description: labels.help.workingHours },
    },
    {
      name: 'isDefaultManager',
      type: 'checkbox',
      label: labels.fields.isDefaultManager,
      defaultValue: false,
      access: guarded,
    },
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: true, access: guarded },
    {
      name: 'locale',
      type: 'select',
      label: labels.fields.locale,
      defaultValue: 'ru',
      options: Object.entries(labels.options.locale).map(([value, label]) => ({ value, label })),
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
