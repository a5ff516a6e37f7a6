import type { CollectionConfig } from 'payload'
import { exchangeIssueAccess } from './exchange-issue.access'
import { exchangeIssueLabels as labels } from './exchange-issue.labels'

export const exchangeIssues: CollectionConfig = {
  slug: 'exchange-issues',
  custom: { journal: true, panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: exchangeIssueAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'message',
    description: labels.about,
    defaultColumns: ['message', 'entity', 'external', 'status', 'createdAt'],
    listSearchableFields: ['message', 'external'],
  },
  fields: [
    {
      name: 'run',
      type: 'relationship',
      relationTo: 'exchange-runs',
      label: labels.fields.run,
      required: true,
      index: true,
    },
    { name: 'file', type: 'relationship', relationTo: 'exchange-files', label: labels.fields.file, index: true },
    { name: 'entity', type: 'text', custom: { code: 'kind' }, label: labels.fields.entity, maxLength: 63 },
    { name: 'external', type: 'text', label: labels.fields.external, index: true, maxLength: 300 },
    { name: 'code', type: 'text', label: labels.fields.code, required: true, index: true, maxLength: 80 },
    { name: 'message', type: 'text', label: labels.fields.message, maxLength: 1000 },
    {
      name: 'params',
      type: 'json',
      label: labels.fields.params,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    { name: 'row', type: 'json', label: labels.fields.row },
    { name: 'line', type: 'number', label: labels.fields.line },
    {
      name: 'status',
      type: 'select',
      label: labels.fields.status,
      required: true,
      defaultValue: 'open',
      index: true,
      options: Object.entries(labels.options.status).map(([value, label]) => ({ value, label })),
    },
  ],
}
