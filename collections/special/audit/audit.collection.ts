import type { CollectionConfig } from 'payload'
import { auditAccess } from './audit.access'
import { auditLabels as labels } from './audit.labels'

export const audit: CollectionConfig = {
  slug: 'audit',
  custom: { journal: true, panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: auditAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'action',
    description: labels.about,
    defaultColumns: ['createdAt', 'action', 'actorName', 'actorRole', 'address'],
    listSearchableFields: ['actorName', 'action', 'requestId'],
  },
  fields: [
    {
      name: 'action',
      type: 'text',
      custom: { code: 'action' },
      label: labels.fields.action,
      required: true,
      index: true,
      maxLength: 80,
    },
    { name: 'actorRole', type: 'text', custom: { code: 'role' }, label: labels.fields.actorRole, maxLength: 40 },
    {
      name: 'actorCollection',
      type: 'text',
      custom: { code: 'role' },
      label: labels.fields.actorCollection,
      maxLength: 40,
    },
    { name: 'actorId', type: 'text', label: labels.fields.actorId, index: true, maxLength: 63 },
    { name: 'actorName', type: 'text', label: labels.fields.actorName, maxLength: 200 },
    { name: 'entity', type: 'text', custom: { code: 'kind' }, label: labels.fields.entity, maxLength: 63 },
    { name: 'entityId', type: 'text', label: labels.fields.entityId, index: true, maxLength: 63 },
    { name: 'address', type: 'text', label: labels.fields.address, maxLength: 64 },
    { name: 'requestId', type: 'text', label: labels.fields.requestId, maxLength: 80 },
    { name: 'changes', type: 'json', label: labels.fields.changes },
    { name: 'note', type: 'text', label: labels.fields.note, maxLength: 500 },
  ],
}
