import type { CollectionConfig } from 'payload'
import { exchangeChangeAccess } from './exchange-change.access'
import { exchangeChangeLabels as labels } from './exchange-change.labels'

export const exchangeChanges: CollectionConfig = {
  slug: 'exchange-changes',
  custom: { journal: true, panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: exchangeChangeAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'entity',
    description: labels.about,
    defaultColumns: ['seq', 'entity', 'event', 'entityId', 'createdAt'],
    listSearchableFields: ['entityId'],
  },
  fields: [
    // Given out when the row is first read, not when it is written: see changeFeed.ts.
    { name: 'seq', type: 'number', label: labels.fields.seq, unique: true },
    {
      name: 'entity',
      type: 'text',
      custom: { code: 'kind' },
      label: labels.fields.entity,
      required: true,
      index: true,
      maxLength: 63,
    },
    { name: 'entityId', type: 'text', label: labels.fields.entityId, required: true, maxLength: 63 },
    { name: 'event', type: 'text', custom: { code: 'event' }, label: labels.fields.event, maxLength: 80 },
    { name: 'origin', type: 'text', label: labels.fields.origin, maxLength: 63 },
  ],
}
