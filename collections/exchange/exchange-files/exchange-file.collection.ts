import type { CollectionConfig } from 'payload'
import { exchangeFileAccess } from './exchange-file.access'
import { exchangeFileLabels as labels } from './exchange-file.labels'

export const exchangeFiles: CollectionConfig = {
  slug: 'exchange-files',
  custom: { journal: true, panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: exchangeFileAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'run', 'size', 'status', 'createdAt'],
    listSearchableFields: ['name'],
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
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 300 },
    { name: 'size', type: 'number', label: labels.fields.size, defaultValue: 0 },
    { name: 'path', type: 'text', label: labels.fields.path, maxLength: 500 },
    { name: 'sha256', type: 'text', label: labels.fields.sha256, maxLength: 64 },
    {
      name: 'status',
      type: 'select',
      label: labels.fields.status,
      required: true,
      defaultValue: 'received',
      options: Object.entries(labels.options.status).map(([value, label]) => ({ value, label })),
    },
    { name: 'message', type: 'text', label: labels.fields.message, maxLength: 1000 },
    { name: 'counts', type: 'json', label: labels.fields.counts },
  ],
}
