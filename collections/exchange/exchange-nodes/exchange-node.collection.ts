import type { CollectionConfig } from 'payload'
import { zoneField } from '@/src/mechanisms/fields/checked'
import { exchangeNodeAccess } from './exchange-node.access'
import { exchangeNodeLabels as labels } from './exchange-node.labels'
import { followName, keepOwnName } from './exchange-node.hooks'
import { keepHashOfPassword, secretFields } from './exchange-node.secret.fields'
import { keepSource, sourceFields } from './exchange-node.source.fields'
import { validAddresses, validEntities, validLogin } from './validNode'

export const exchangeNodes: CollectionConfig = {
  slug: 'exchange-nodes',
  custom: { panel: { section: 'settings', order: 60, roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: exchangeNodeAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'login', 'active', 'lastSeenAt'],
    listSearchableFields: ['name', 'login'],
  },
  hooks: { beforeChange: [keepHashOfPassword, keepOwnName, keepSource], afterChange: [followName] },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 160 },
    {
      name: 'login',
      type: 'text',
      label: labels.fields.login,
      required: true,
      unique: true,
      maxLength: 80,
      validate: validLogin,
    },
    {
      name: 'address',
      type: 'ui',
      label: labels.fields.address,
      admin: {
        components: { Field: '/src/admin/exchange/NodeAddress#NodeAddress' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
    ...secretFields,
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: true },
    {
      name: 'entities',
      type: 'select',
      label: labels.fields.entities,
      hasMany: true,
      defaultValue: ['catalogue', 'orders'],
      validate: validEntities,
      options: Object.entries(labels.options.entities).map(([value, label]) => ({ value, label })),
    },
    ...sourceFields,
    {
      name: 'addresses',
      type: 'text',
      hasMany: true,
      label: labels.fields.addresses,
      validate: validAddresses,
      admin: { description: labels.hints.addresses },
    },
    { name: 'zip', type: 'checkbox', label: labels.fields.zip, defaultValue: true },
    zoneField('timezone', labels.fields.timezone, { defaultValue: 'Europe/Moscow' }),
    {
      name: 'anew',
      type: 'ui',
      label: labels.fields.anew,
      admin: {
        components: { Field: '/src/admin/exchange/NodeAnew#NodeAnew' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
    {
      name: 'lastSeenAt',
      type: 'date',
      label: labels.fields.lastSeenAt,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
  ],
}
