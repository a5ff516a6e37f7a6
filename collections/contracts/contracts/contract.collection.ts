import type { CollectionConfig } from 'payload'
import { applyWorkflow } from '@/hooks/applyWorkflow'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, moneyField } from '@/src/mechanisms/fields/numbers'
import { statusField, transitionControls } from '@/src/mechanisms/workflow/statusField'
import { contractAccess } from './contract.access'
import { contractLabels as labels } from './contract.labels'
import { contractWorkflow } from './contract.workflow'

export const contracts: CollectionConfig = {
  slug: 'contracts',
  custom: { panel: { section: 'work', order: 30 } },
  labels: { singular: labels.one, plural: labels.many },
  access: contractAccess.collection,
  lockDocuments: false,
  hooks: applyWorkflow(contractWorkflow),
  defaultSort: '-date',
  admin: {
    group: labels.group,
    useAsTitle: 'number',
    description: labels.about,
    defaultColumns: ['number', 'date', 'company', 'status', 'validUntil', 'creditLimit', 'debt'],
    listSearchableFields: ['number', 'name'],
    components: transitionControls(contractWorkflow),
  },
  indexes: [{ fields: ['company', 'date'] }],
  fields: [
    { name: 'number', type: 'text', label: labels.fields.number, required: true, index: true, maxLength: 80 },
    {
      name: 'date',
      type: 'date',
      label: labels.fields.date,
      required: true,
      admin: { date: { pickerAppearance: 'dayOnly' } },
    },
    { name: 'name', type: 'text', label: labels.fields.name, maxLength: 300 },
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
    },
    {
      name: 'contractor',
      type: 'relationship',
      relationTo: 'contractors',
      label: labels.fields.contractor,
      index: true,
    },
    {
      name: 'kind',
      type: 'select',
      label: labels.fields.kind,
      required: true,
      defaultValue: 'main',
      options: Object.entries(labels.options.kind).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'contracts',
      custom: { whenMoved: 'follow' },
      label: labels.fields.parent,
      index: true,
    },
    statusField(contractWorkflow),
    {
      name: 'validUntil',
      type: 'date',
      label: labels.fields.validUntil,
      admin: { date: { pickerAppearance: 'dayOnly' } },
    },
    currencyField(),
    moneyField('amount', labels.fields.amount, { defaultValue: 0 }),
    moneyField('creditLimit', labels.fields.creditLimit, { defaultValue: 0 }),
    { name: 'creditDays', type: 'number', label: labels.fields.creditDays, defaultValue: 0 },
    moneyField('debt', labels.fields.debt, { defaultValue: 0 }),
    moneyField('overdue', labels.fields.overdue, { defaultValue: 0 }),
    {
      name: 'financeAt',
      type: 'date',
      label: labels.fields.financeAt,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
    { name: 'priceType', type: 'relationship', relationTo: 'price-types', label: labels.fields.priceType, index: true },
    { name: 'file', type: 'upload', relationTo: 'document-files', label: labels.fields.file },
    {
      name: 'signedSentAt',
      type: 'date',
      label: labels.fields.signedSentAt,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
    {
      name: 'talk',
      type: 'ui',
      label: labels.fields.talk,
      admin: {
        components: { Field: '/src/admin/workplace/RecordTalk#RecordTalk' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
    ...syncFields(),
  ],
}
