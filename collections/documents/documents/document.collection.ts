import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, moneyField } from '@/src/mechanisms/fields/numbers'
import { documentAccess } from './document.access'
import { documentLabels as labels } from './document.labels'

/** What a client agrees with or disputes: a reconciliation statement. */
const isAnswerable = ({ kind }: { kind?: unknown }): boolean => kind === 'reconciliation'

export const documents: CollectionConfig = {
  slug: 'documents',
  custom: { panel: { section: 'work', order: 40 } },
  labels: { singular: labels.one, plural: labels.many },
  access: documentAccess.collection,
  lockDocuments: false,
  defaultSort: '-date',
  admin: {
    group: labels.group,
    useAsTitle: 'number',
    description: labels.about,
    defaultColumns: ['number', 'kind', 'date', 'company', 'total', 'paid', 'file'],
    listSearchableFields: ['number'],
    components: { beforeListTable: ['/src/admin/workplace/CopiesOfChosen#CopiesOfChosen'] },
  },
  indexes: [{ fields: ['company', 'date'] }],
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: labels.fields.kind,
      required: true,
      index: true,
      options: Object.entries(labels.options.kind).map(([value, label]) => ({ value, label })),
    },
    { name: 'number', type: 'text', label: labels.fields.number, required: true, index: true, maxLength: 60 },
    {
      name: 'date',
      type: 'date',
      label: labels.fields.date,
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayOnly' } },
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
      name: 'contractor',
      type: 'relationship',
      relationTo: 'contractors',
      label: labels.fields.contractor,
      index: true,
    },
    {
      name: 'order',
      type: 'relationship',
      relationTo: 'orders',
      custom: { whenMoved: 'follow' },
      label: labels.fields.order,
      index: true,
    },
    { name: 'contract', type: 'relationship', relationTo: 'contracts', label: labels.fields.contract, index: true },
    moneyField('total', labels.fields.total, { defaultValue: 0 }),
    moneyField('paid', labels.fields.paid, { defaultValue: 0 }),
    { name: 'dueDate', type: 'date', label: labels.fields.dueDate, admin: { date: { pickerAppearance: 'dayOnly' } } },
    currencyField(),
    { name: 'file', type: 'upload', relationTo: 'document-files', label: labels.fields.file },
    {
      name: 'goods',
      type: 'json',
      access: { create: () => false, update: () => false, read: () => false },
      admin: { hidden: true },
    },
    {
      name: 'seenAt',
      type: 'date',
      custom: { whenMoved: 'forget' },
      label: labels.fields.seenAt,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
    {
      name: 'answer',
      type: 'select',
      custom: { whenMoved: 'forget' },
      label: labels.fields.answer,
      options: Object.entries(labels.options.answer).map(([value, label]) => ({ value, label })),
      admin: { readOnly: true, condition: isAnswerable },
    },
    {
      name: 'answeredAt',
      type: 'date',
      custom: { whenMoved: 'forget' },
      label: labels.fields.answeredAt,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true, condition: isAnswerable },
    },
    {
      name: 'answerNote',
      type: 'textarea',
      custom: { whenMoved: 'forget' },
      label: labels.fields.answerNote,
      maxLength: 2000,
      admin: { readOnly: true, condition: isAnswerable },
    },
    { name: 'cancelled', type: 'checkbox', label: labels.fields.cancelled, defaultValue: false },
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
