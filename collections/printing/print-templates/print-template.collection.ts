import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { settings } from '@/src/lib/settings'
import { nobody } from '@/src/mechanisms/access/fieldAccess'
import { printTemplateAccess } from './print-template.access'
import { checkedTemplate } from './print-template.hooks'
import { printTemplateLabels as labels } from './print-template.labels'

/** What the portal says of a version itself. */
const told = { access: { create: nobody, update: nobody }, admin: { readOnly: true } }

export const printTemplates: CollectionConfig = {
  slug: 'print-templates',
  custom: { panel: { section: 'settings', order: 47, roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: printTemplateAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  hooks: { beforeValidate: [checkedTemplate] },
  upload: {
    staticDir: path.join(settings().MEDIA_DIR, 'templates'),
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
    useAsTitle: 'originalName',
    description: labels.about,
    defaultColumns: ['originalName', 'kind', 'locale', 'format', 'version', 'active', 'createdAt'],
    listSearchableFields: ['originalName', 'note'],
  },
  fields: [
    {
      name: 'kind',
      type: 'text',
      custom: { code: 'print', editable: true },
      label: labels.fields.kind,
      required: true,
      index: true,
      maxLength: 60,
    },
    {
      name: 'locale',
      type: 'select',
      label: labels.fields.locale,
      required: true,
      defaultValue: 'ru',
      options: Object.entries(labels.options.locale).map(([value, label]) => ({ value, label })),
    },
    { name: 'note', type: 'text', label: labels.fields.note, maxLength: 300 },
    { name: 'format', type: 'text', label: labels.fields.format, maxLength: 10, ...told },
    { name: 'version', type: 'number', label: labels.fields.version, ...told },
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: false, ...told },
    { name: 'staff', type: 'relationship', relationTo: 'staff', label: labels.fields.staff, ...told },
    {
      name: 'sha256',
      type: 'text',
      maxLength: 64,
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    {
      name: 'guide',
      type: 'ui',
      label: labels.fields.guide,
      admin: {
        components: { Field: '/src/admin/templates/TemplateGuide#TemplateGuide' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
  ],
}
