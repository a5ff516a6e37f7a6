import type { CollectionConfig } from 'payload'
import { eventAccess } from './event.access'
import { eventLabels as labels } from './event.labels'

export const events: CollectionConfig = {
  slug: 'events',
  custom: { journal: true, panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: eventAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'type',
    description: labels.about,
    defaultColumns: ['type', 'company', 'actorName', 'internal', 'createdAt'],
    listSearchableFields: ['type', 'actorName'],
  },
  fields: [
    {
      name: 'type',
      type: 'text',
      custom: { code: 'event' },
      label: labels.fields.type,
      required: true,
      index: true,
      maxLength: 80,
    },
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
    { name: 'site', type: 'relationship', relationTo: 'sites', label: labels.fields.site },
    { name: 'data', type: 'json', label: labels.fields.data },
    { name: 'internal', type: 'checkbox', label: labels.fields.internal, defaultValue: false },
    { name: 'actorRole', type: 'text', custom: { code: 'role' }, label: labels.fields.actorRole, maxLength: 40 },
    {
      name: 'actorCollection',
      type: 'text',
      custom: { code: 'role' },
      label: labels.fields.actorCollection,
      maxLength: 40,
    },
    { name: 'actorId', type: 'text', label: labels.fields.actorId, maxLength: 63 },
    { name: 'actorName', type: 'text', label: labels.fields.actorName, maxLength: 200 },
    { name: 'requestId', type: 'text', label: labels.fields.requestId, maxLength: 80 },
  ],
}
