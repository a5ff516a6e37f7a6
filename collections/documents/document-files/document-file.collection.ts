import path from 'node:path'
import type { CollectionConfig, FieldHook } from 'payload'
import { settings } from '@/src/lib/settings'
import { nobody } from '@/src/mechanisms/access/fieldAccess'
import { documentFileAccess } from './document-file.access'
import { documentFileLabels as labels } from './document-file.labels'

/** Whoever sends the file, whatever the request says; nobody of the cabinet when an employee or 1C does. */
const whoSent: FieldHook = ({ operation, req, value }) =>
  operation === 'create' ? (req.user?.collection === 'users' ? req.user.id : null) : (value as unknown)

export const documentFiles: CollectionConfig = {
  slug: 'document-files',
  labels: { singular: labels.one, plural: labels.many },
  access: documentFileAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  upload: {
    staticDir: path.join(settings().MEDIA_DIR, 'documents'),
    mimeTypes: [
      'application/pdf',
      'image/jpeg',
      'image/png',
      'image/webp',
      'application/zip',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    crop: false,
    modifyResponseHeaders: ({ headers }) => {
      headers.set('cache-control', 'private, no-store')
      return headers
    },
    pasteURL: false,
    focalPoint: false,
  },
  admin: {
    group: labels.group,
    useAsTitle: 'title',
    description: labels.about,
    defaultColumns: ['title', 'company', 'filesize', 'internal', 'createdAt'],
    listSearchableFields: ['title', 'originalName'],
  },
  fields: [
    { name: 'title', type: 'text', label: labels.fields.title, maxLength: 300 },
    { name: 'company', type: 'relationship', relationTo: 'companies', label: labels.fields.company, index: true },
    {
      name: 'uploader',
      type: 'relationship',
      relationTo: 'users',
      label: labels.fields.uploader,
      access: { create: nobody, update: nobody },
      admin: { readOnly: true },
      hooks: { beforeChange: [whoSent] },
    },
    {
      name: 'sha256',
      type: 'text',
      maxLength: 64,
      access: { create: () => false, update: () => false, read: () => false },
      admin: { hidden: true },
    },
    { name: 'internal', type: 'checkbox', label: labels.fields.internal, defaultValue: false },
  ],
}
