import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, moneyField } from '@/src/mechanisms/fields/numbers'
import { accountAccess } from './account.access'
import { accountLabels as labels } from './account.labels'

export const accounts: CollectionConfig = {
  slug: 'accounts',
  custom: { panel: { section: 'work', order: 60, of: ['accountant', 'head', 'admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: accountAccess.collection,
  lockDocuments: false,
  defaultSort: 'number',
  admin: {
    group: labels.group,
    useAsTitle: 'number',
    description: labels.about,
    defaultColumns: ['number', 'company', 'contract', 'balance', 'balanceAt'],
    listSearchableFields: ['number'],
  },
  fields: [
    { name: 'number', type: 'text', label: labels.fields.number, maxLength: 60 },
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
    },
    {
      name: 'contract',
      type: 'relationship',
      relationTo: 'contracts',
      custom: { whenMoved: 'follow' },
      label: labels.fields.contract,
      index: true,
    },
    currencyField(),
    moneyField('balance', labels.fields.balance, { defaultValue: 0, allowNegative: true, readOnly: true }),
    {
      name: 'balanceAt',
      type: 'date',
      label: labels.fields.balanceAt,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
    ...syncFields(),
  ],
}
