import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { settings } from '@/src/lib/settings'
import { printFileAccess } from './print-file.access'
import { printFileLabels as labels } from './print-file.labels'

export const printFiles: CollectionConfig = {
  slug: 'print-files',
  custom: { panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: printFileAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['entity', 'entityId'] }],
  upload: {
    staticDir: path.join(settings().MEDIA_DIR, 'printed'),
    mimeTypes: [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    crop: false,
    focalPoint: false,
    pasteURL: false,
    modifyResponseHeaders: ({ headers }) => {
      headers.set('cache-control', 'private, no-store')
      return headers
    },
  },
  admin: {
    group: labels.group,
    useAsTitle: 'title',
    description: labels.about,
    defaultColumns: ['title', 'kind', 'company', 'authorName', 'templateVersion', 'createdAt'],
    listSearchableFields: ['title', 'sha256'],
  },
  fields: [
    { name: 'title', type: 'text', label: labels.fields.title, required: true, maxLength: 300 },
    {
      name: 'kind',
      type: 'text',
      custom: { code: 'print' },
      label: labels.fields.kind,
      required: true,
      maxLength: 60,
    },
    {
      name: 'entity',
      type: 'text',
      custom: { code: 'kind' },
      label: labels.fields.entity,
      required: true,
      maxLength: 63,
    },
    { name: 'entityId', type: 'text', label: labels.fields.entityId, required: true, maxLength: 63 },
    { name: 'company', type: 'relationship', relationTo: 'companies', label: labels.fields.company, index: true },
    { name: 'template', type: 'relationship', relationTo: 'print-templates', label: labels.fields.template },
    { name: 'templateVersion', type: 'number', label: labels.fields.templateVersion },
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user },
    { name: 'staff', type: 'relationship', relationTo: 'staff', label: labels.fields.staff },
    { name: 'authorName', type: 'text', label: labels.fields.authorName, maxLength: 200 },
    { name: 'sha256', type: 'text', label: labels.fields.sha256, required: true, maxLength: 64 },
  ],
}
