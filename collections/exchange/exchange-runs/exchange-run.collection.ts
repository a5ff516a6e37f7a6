import type { CollectionConfig } from 'payload'
import { exchangeRunAccess } from './exchange-run.access'
import { exchangeRunLabels as labels } from './exchange-run.labels'

export const exchangeRuns: CollectionConfig = {
  slug: 'exchange-runs',
  custom: { journal: true, panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: exchangeRunAccess.collection,
  lockDocuments: false,
  defaultSort: '-startedAt',
  admin: {
    group: labels.group,
    useAsTitle: 'startedAt',
    description: labels.about,
    defaultColumns: ['startedAt', 'node', 'kind', 'status', 'rowsRead', 'rowsChanged', 'rowsFailed'],
    listSearchableFields: ['kind', 'message'],
  },
  fields: [
    { name: 'node', type: 'relationship', relationTo: 'exchange-nodes', label: labels.fields.node, index: true },
    {
      name: 'transport',
      type: 'select',
      label: labels.fields.transport,
      required: true,
      options: Object.entries(labels.options.transport).map(([value, label]) => ({ value, label })),
    },
    { name: 'kind', type: 'text', custom: { code: 'kind' }, label: labels.fields.kind, maxLength: 60 },
    {
      name: 'status',
      type: 'select',
      label: labels.fields.status,
      required: true,
      defaultValue: 'running',
      index: true,
      options: Object.entries(labels.options.status).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'startedAt',
      type: 'date',
      label: labels.fields.startedAt,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'finishedAt',
      type: 'date',
      label: labels.fields.finishedAt,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'rowsRead', type: 'number', label: labels.fields.rowsRead, defaultValue: 0 },
    { name: 'rowsCreated', type: 'number', label: labels.fields.rowsCreated, defaultValue: 0 },
    { name: 'rowsChanged', type: 'number', label: labels.fields.rowsChanged, defaultValue: 0 },
    { name: 'rowsSame', type: 'number', label: labels.fields.rowsSame, defaultValue: 0 },
    { name: 'rowsFailed', type: 'number', label: labels.fields.rowsFailed, defaultValue: 0 },
    // Another try of what a run brought stands beside it: the first keeps its own outcome.
    {
      name: 'attemptOf',
      type: 'relationship',
      relationTo: 'exchange-runs',
      label: labels.fields.attemptOf,
      index: true,
    },
    { name: 'session', type: 'text', label: labels.fields.session, index: true, maxLength: 80 },
    { name: 'message', type: 'text', label: labels.fields.message, maxLength: 1000 },
    { name: 'counts', type: 'json', label: labels.fields.counts },
  ],
}
