import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { shownSwitch } from '@/src/mechanisms/fields/shownSwitch'
import { emailField, printedPhoneField } from '@/src/mechanisms/fields/checked'
import { branchAccess } from './branch.access'
import { branchLabels as labels } from './branch.labels'

export const branches: CollectionConfig = {
  slug: 'branches',
  custom: { panel: { section: 'settings', order: 55, of: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: branchAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'address', 'phone', 'email', 'active'],
    listSearchableFields: ['name', 'address', 'phone'],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 160 },
    { name: 'address', type: 'text', label: labels.fields.address, maxLength: 300 },
    printedPhoneField('phone', labels.fields.phone),
    emailField('email', labels.fields.email),
    { name: 'workingHours', type: 'text', label: labels.fields.workingHours, maxLength: 120 },
    ...shownSwitch(labels.fields.active),
    ...syncFields(),
  ],
}
