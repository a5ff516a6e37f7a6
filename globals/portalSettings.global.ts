import type { GlobalConfig, PayloadRequest } from 'payload'
import { say } from '@/src/lib/i18n'
import { defineGlobalAccess } from '@/src/mechanisms/access/defineAccess'
import { optionalCurrencyField, quantityField } from '@/src/mechanisms/fields/numbers'
import { forgetPortalSettings } from '@/src/mechanisms/portal/portalSettings'
import { wrongDayOff } from '@/collections/sales/shipping/shippingDays'
import { wrongOrigin } from '@/src/lib/http/frontOrigins'
import { refreshOrigins } from '@/src/mechanisms/sites/siteOrigins'
import { everyStaff } from '@/src/mechanisms/access/roles'
import { globalLabels as labels } from './globals.labels'

export const portalSettings: GlobalConfig = {
  slug: 'portal-settings',
  custom: { panel: { section: 'settings', order: 40, roles: ['admin'] } },
  label: labels.portalSettings,
  admin: { group: labels.group },
  access: defineGlobalAccess('portal-settings', { read: everyStaff, update: ['admin'] }),
  hooks: { afterChange: [() => forgetPortalSettings(), ({ req }) => refreshOrigins(req.payload, req)] },
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
    { name: 'shipsSaturday', type: 'checkbox', label: labels.fields.shipsSaturday, defaultValue: false },
    { name: 'shipsSunday', type: 'checkbox', label: labels.fields.shipsSunday, defaultValue: false },
    {
      name: 'shippingDaysOff',
      type: 'textarea',
      label: labels.fields.shippingDaysOff,
      maxLength: 4_000,
      admin: { description: labels.help.shippingDaysOff },
      validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) => {
        const wrong = wrongDayOff(value)
        return wrong === null || say(labels.help.wrongDay, req.i18n?.language === 'en' ? 'en' : 'ru', { line: wrong })
      },
    },
    {
      name: 'remindDays',
      type: 'number',
      label: labels.fields.remindDays,
      defaultValue: 3,
      min: 0,
      max: 60,
      admin: { step: 1, description: labels.help.remindDays },
    },
    {
      name: 'frontOrigins',
      type: 'textarea',
      label: labels.fields.frontOrigins,
      maxLength: 4_000,
      admin: { description: labels.help.frontOrigins },
      validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) => {
        const wrong = wrongOrigin(value)
        return (
          wrong === null || say(labels.help.wrongOrigin, req.i18n?.language === 'en' ? 'en' : 'ru', { line: wrong })
        )
      },
    },
    optionalCurrencyField('currency', labels.fields.currency, labels.help.currency),
    {
      name: 'documentRetentionDays',
      type: 'number',
      label: labels.fields.documentRetentionDays,
      defaultValue: 90,
      min: 1,
      max: 3650,
    },
    {
      name: 'parkedDays',
      type: 'number',
      label: labels.fields.parkedDays,
      defaultValue: 90,
      min: 1,
      max: 3650,
      admin: { description: labels.help.parkedDays },
    },
  ],
}
