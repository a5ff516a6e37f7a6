import type { CollectionConfig } from 'payload'
import { applyWorkflow } from '@/hooks/applyWorkflow'
import { statusField, transitionControls } from '@/src/mechanisms/workflow/statusField'
import { documentRequestAccess } from './document-request.access'
import { documentRequestLabels as labels } from './document-request.labels'
import { documentRequestWorkflow } from './document-request.workflow'

export const documentRequests: CollectionConfig = {
  slug: 'document-requests',
  custom: { panel: { section: 'work', order: 50 } },
  labels: { singular: labels.one, plural: labels.many },
  access: documentRequestAccess.collection,
  lockDocuments: false,
  hooks: applyWorkflow(documentRequestWorkflow),
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'kind',
    description: labels.about,
    defaultColumns: ['kind', 'company', 'status', 'author', 'createdAt'],
    listSearchableFields: ['comment', 'reason'],
    components: transitionControls(documentRequestWorkflow),
  },
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: labels.fields.kind,
      required: true,
      options: Object.entries(labels.options.kind).map(([value, label]) => ({ value, label })),
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
      name: 'document',
      type: 'relationship',
      relationTo: 'documents',
      custom: { whenMoved: 'remove' },
      label: labels.fields.document,
      index: true,
    },
    { name: 'author', type: 'relationship', relationTo: 'users', label: labels.fields.author, index: true },
    {
      name: 'periodFrom',
      type: 'date',
      label: labels.fields.periodFrom,
      admin: { date: { pickerAppearance: 'dayOnly' } },
    },
    { name: 'periodTo', type: 'date', label: labels.fields.periodTo, admin: { date: { pickerAppearance: 'dayOnly' } } },
    statusField(documentRequestWorkflow),
    {
      name: 'leasedUntil',
      type: 'date',
      label: labels.fields.leasedUntil,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
    { name: 'leasedBy', type: 'text', label: labels.fields.leasedBy, maxLength: 63, admin: { readOnly: true } },
    { name: 'attempts', type: 'number', label: labels.fields.attempts, defaultValue: 0, admin: { readOnly: true } },
    {
      name: 'finishedAt',
      type: 'date',
      label: labels.fields.finishedAt,
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
    { name: 'comment', type: 'text', label: labels.fields.comment, maxLength: 500 },
    { name: 'reason', type: 'text', label: labels.fields.reason, maxLength: 500 },
    { name: 'result', type: 'relationship', relationTo: 'documents', label: labels.fields.result, index: true },
  ],
}
