import type { CollectionConfig } from 'payload'
import { notificationAccess } from './notification.access'
import { notificationLabels as labels } from './notification.labels'

export const notifications: CollectionConfig = {
  slug: 'notifications',
  custom: { journal: true, panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: notificationAccess.collection,
  lockDocuments: false,
  defaultSort: '-createdAt',
  admin: {
    group: labels.group,
    useAsTitle: 'title',
    description: labels.about,
    defaultColumns: ['title', 'user', 'staff', 'readAt', 'createdAt'],
    listSearchableFields: ['title'],
  },
  fields: [
    {
      name: 'event',
      type: 'relationship',
      relationTo: 'events',
      label: labels.fields.event,
      required: true,
      index: true,
    },
    { name: 'key', type: 'text', label: labels.fields.key, required: true, maxLength: 60 },
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, index: true },
    { name: 'staff', type: 'relationship', relationTo: 'staff', label: labels.fields.staff, index: true },
    { name: 'company', type: 'relationship', relationTo: 'companies', label: labels.fields.company, index: true },
    { name: 'title', type: 'text', label: labels.fields.title, required: true, maxLength: 500 },
    { name: 'body', type: 'textarea', label: labels.fields.body },
    { name: 'link', type: 'text', label: labels.fields.link, maxLength: 500 },
    { name: 'inFeed', type: 'checkbox', label: labels.fields.inFeed, defaultValue: true },
    {
      name: 'readAt',
      type: 'date',
      label: labels.fields.readAt,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'mailedAt',
      type: 'date',
      label: labels.fields.mailedAt,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
  ],
}
