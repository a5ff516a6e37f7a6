import type { CollectionConfig } from 'payload'
import { plainHost } from '@/src/lib/http/knownOrigins'
import { isLocale, say } from '@/src/lib/i18n'
import { forgetSites } from '@/src/mechanisms/sites/brand'
import { refreshOrigins } from '@/src/mechanisms/sites/siteOrigins'
import { emailField, hueField, printedPhoneField } from '@/src/mechanisms/fields/checked'
import { siteAccess } from './site.access'
import { siteLabels as labels } from './site.labels'

export const sites: CollectionConfig = {
  slug: 'sites',
  custom: { panel: { section: 'settings', order: 20, roles: ['editor'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: siteAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  hooks: {
    afterChange: [({ req }) => refreshOrigins(req.payload, req), () => forgetSites()],
    afterDelete: [({ req }) => refreshOrigins(req.payload, req), () => forgetSites()],
  },
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'isDefault', 'hue', 'phone', 'email'],
    listSearchableFields: ['name'],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 120 },
    {
      name: 'hosts',
      type: 'text',
      hasMany: true,
      label: labels.fields.hosts,
      admin: { description: labels.hints.hosts },
      validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) =>
        !Array.isArray(value) ||
        value.every((host) => typeof host === 'string' && plainHost(host) !== null) ||
        say(labels.wrong.hosts, isLocale(req.i18n?.language) ? req.i18n.language : 'ru'),
      // As a browser sends it: the look-up by the Host header compares exactly.
      hooks: {
        beforeChange: [
          ({ value }) => (Array.isArray(value) ? value.map((host) => plainHost(String(host)) ?? host) : value),
        ],
      },
    },
    { name: 'isDefault', type: 'checkbox', label: labels.fields.isDefault, defaultValue: false },
    hueField('hue', labels.fields.hue, 262),
    { name: 'logo', type: 'upload', relationTo: 'media', label: labels.fields.logo },
    { name: 'priceType', type: 'relationship', relationTo: 'price-types', label: labels.fields.priceType, index: true },
    printedPhoneField('phone', labels.fields.phone),
    emailField('email', labels.fields.email),
  ],
}
