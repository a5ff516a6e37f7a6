import type { CollectionConfig } from 'payload'
import { commentAccess } from './comment.access'
import { commentLabels as labels } from './comment.labels'

export const comments: CollectionConfig = {
  slug: 'comments',
  labels: { singular: labels.one, plural: labels.many },
  access: commentAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'body',
    description: labels.about,
    defaultColumns: ['body', 'authorName', 'company', 'entity', 'internal', 'createdAt'],
    listSearchableFields: ['body', 'authorName'],
  },
  fields: [
    {
      name: 'entity',
      type: 'text',
      custom: { code: 'kind' },
      label: labels.fields.entity,
      required: true,
      index: true,
      maxLength: 63,
    },
    { name: 'entityId', type: 'text', label: labels.fields.entityId, required: true, index: true, maxLength: 63 },
    { name: 'company', type: 'relationship', relationTo: 'companies', label: labels.fields.company, index: true },
    { name: 'body', type: 'textarea', label: labels.fields.body, required: true, maxLength: 8000 },
    { name: 'files', type: 'upload', relationTo: 'document-files', label: labels.fields.files, hasMany: true },
    { name: 'internal', type: 'checkbox', label: labels.fields.internal, defaultValue: false },
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, index: true },
    { name: 'staff', type: 'relationship', relationTo: 'staff', label: labels.fields.staff, index: true },
    { name: 'authorName', type: 'text', label: labels.fields.authorName, maxLength: 200 },
  ],
}
