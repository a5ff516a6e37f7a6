import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { settings } from '@/src/lib/settings'
import { mediaAccess } from './media.access'
import { mediaLabels as labels } from './media.labels'

export const media: CollectionConfig = {
  slug: 'media',
  custom: { panel: { section: 'site', order: 60, roles: ['editor'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: mediaAccess.collection,
  lockDocuments: false,
  upload: {
    staticDir: path.join(settings().MEDIA_DIR, 'pictures'),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
    imageSizes: [
      { name: 'thumb', width: 144, height: 144, fit: 'inside', formatOptions: { format: 'webp', options: { quality: 78 } } },
      { name: 'card', width: 480, height: 480, fit: 'inside', formatOptions: { format: 'webp', options: { quality: 80 } } },
    ],
    adminThumbnail: 'thumb',
    focalPoint: false,
    crop: false,
    pasteURL: false,
  },
  admin: {
    group: labels.group,
    useAsTitle: 'originalName',
    description: labels.about,
    defaultColumns: ['originalName', 'alt', 'externalPath'],
    listSearchableFields: ['originalName', 'alt'],
  },
  fields: [
    { name: 'alt', type: 'text', label: labels.fields.alt, maxLength: 300 },
    { name: 'externalPath', type: 'text', label: labels.fields.externalPath, unique: true, maxLength: 300, admin: { readOnly: true } },
    { name: 'person', type: 'relationship', relationTo: 'users', label: labels.fields.person, index: true, access: { create: () => false, update: () => false }, admin: { readOnly: true } },
    { name: 'contentHash', type: 'text', label: labels.fields.contentHash, maxLength: 64, admin: { hidden: true } },
  ],
}
