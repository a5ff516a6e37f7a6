import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, moneyField } from '@/src/mechanisms/fields/numbers'
import { scheduleLineAccess } from './schedule-line.access'
import { scheduleLineLabels as labels } from './schedule-line.labels'

export const scheduleLines: CollectionConfig = {
  slug: 'schedule-lines',
  labels: { singular: labels.one, plural: labels.many },
  access: scheduleLineAccess.collection,
  lockDocuments: false,
  defaultSort: 'dueDate',
  admin: {
    group: labels.group,
    useAsTitle: 'dueDate',
    description: labels.about,
    defaultColumns: ['dueDate', 'company', 'contract', 'amount', 'paid'],
    listSearchableFields: ['note'],
  },
  fields: [
    {
      name: 'contract',
      type: 'relationship',
      relationTo: 'contracts',
      label: labels.fields.contract,
      required: true,
      index: true,
    },
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
    },
    {
      name: 'dueDate',
      type: 'date',
      label: labels.fields.dueDate,
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayOnly' } },
    },
    moneyField('amount', labels.fields.amount, { required: true }),
    moneyField('paid', labels.fields.paid, { defaultValue: 0 }),
    currencyField(),
    { name: 'note', type: 'text', label: labels.fields.note, maxLength: 300 },
    ...syncFields(),
  ],
}
