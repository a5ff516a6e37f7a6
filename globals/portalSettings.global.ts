import type { GlobalConfig } from 'payload'
import { defineGlobalAccess } from '@/src/mechanisms/access/defineAccess'
import { quantityField } from '@/src/mechanisms/fields/numbers'
import { forgetPortalSettings } from '@/src/mechanisms/portal/portalSettings'
import { globalLabels as labels } from './globals.labels'

export const portalSettings: GlobalConfig = {
  slug: 'portal-settings',
  label: labels.portalSettings,
  admin: { group: labels.group },
  access: defineGlobalAccess('portal-settings', { read: ['admin', 'editor', 'manager', 'head', 'accountant'], update: ['admin'] }),
  hooks: { afterChange: [() => forgetPortalSettings()] },
  fields: [
    { name: 'registrationOpen', type: 'checkbox', label: labels.fields.registrationOpen, defaultValue: true },
    {
      name: 'showStock',
      type: 'select',
      label: labels.fields.showStock,
      defaultValue: 'exact',
      options: Object.entries(labels.options.showStock).map(([value, label]) => ({ value, label })),
    },
    quantityField('lowStock', labels.fields.lowStock, { defaultValue: 200_000 }),
    { name: 'overdueBlocksOrders', type: 'checkbox', label: labels.fields.overdueBlocksOrders, defaultValue: true },
    { name: 'contractsOnlyForUsers', type: 'checkbox', label: labels.fields.contractsOnlyForUsers, defaultValue: true },
    { name: 'documentRetentionDays', type: 'number', label: labels.fields.documentRetentionDays, defaultValue: 90, min: 1, max: 3650 },
  ],
}
