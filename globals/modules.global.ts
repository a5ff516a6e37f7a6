import type { GlobalConfig } from 'payload'
import { defineGlobalAccess } from '@/src/mechanisms/access/defineAccess'
import { forgetSwitches } from '@/src/mechanisms/modules/switches'
import { globalLabels as labels } from './globals.labels'

/** What the company ticks: an area that is off has no navigation, pages, endpoints or jobs; its tables stay. */
export const modules: GlobalConfig = {
  slug: 'modules',
  label: labels.modules,
  admin: { group: labels.group },
  access: defineGlobalAccess('modules', { read: ['admin', 'editor', 'manager', 'head', 'accountant'], update: ['admin'] }),
  hooks: { afterChange: [() => forgetSwitches()] },
  fields: [
    {
      name: 'off',
      type: 'json',
      label: labels.fields.off,
      defaultValue: [],
      admin: { components: { Field: '/src/admin/modules/ModuleSwitches#ModuleSwitches' } },
      validate: (value) => (Array.isArray(value) && value.every((slug) => typeof slug === 'string')) || 'module.list',
    },
  ],
}
