import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField } from '@/src/mechanisms/fields/numbers'
import { shownSwitch } from '@/src/mechanisms/fields/shownSwitch'
import { priceTypeAccess } from './price-type.access'
import { priceTypeLabels as labels } from './price-type.labels'

export const priceTypes: CollectionConfig = {
  slug: 'price-types',
  custom: { panel: { section: 'settings', order: 57, of: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: priceTypeAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'currency', 'base', 'retail', 'active'],
    listSearchableFields: ['name'],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 160 },
    currencyField(),
    { name: 'vatIncluded', type: 'checkbox', label: labels.fields.vatIncluded, defaultValue: true },
    { name: 'base', type: 'checkbox', label: labels.fields.base, defaultValue: false },
    { name: 'retail', type: 'checkbox', label: labels.fields.retail, defaultValue: false },
    ...shownSwitch(labels.fields.active),
    ...syncFields(),
  ],
}
