import type { GlobalConfig } from 'payload'
import { defineGlobalAccess } from '@/src/mechanisms/access/defineAccess'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { globalLabels as labels } from './globals.labels'

/** How numbers of new records look. 1C takes at most 11 characters of an order number. */
export const numbering: GlobalConfig = {
  slug: 'numbering',
  custom: { panel: { section: 'settings', order: 45, roles: ['admin'] } },
  label: labels.numbering,
  admin: { group: labels.group },
  access: defineGlobalAccess('numbering', { read: staffWithClients, update: ['admin'] }),
  fields: [
    { name: 'orderPrefix', type: 'text', label: labels.fields.orderPrefix, defaultValue: 'К-', maxLength: 4 },
    { name: 'orderDigits', type: 'number', label: labels.fields.orderDigits, defaultValue: 6, min: 4, max: 7 },
  ],
}
