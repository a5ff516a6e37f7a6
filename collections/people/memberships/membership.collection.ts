import type { CollectionConfig } from 'payload'
import { forStaff, nobody } from '@/src/mechanisms/access/fieldAccess'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { closedByOptions, isClosed } from '../closedBy'
import { membershipAccess } from './membership.access'
import { hideStranger, keepConsent } from './membership.hooks'
import { membershipLabels as labels } from './membership.labels'

/** Whose access to what it is does not change: another person or company is another membership. */
const fixed = { update: nobody }

export const memberships: CollectionConfig = {
  slug: 'memberships',
  labels: { singular: labels.one, plural: labels.many },
  access: membershipAccess.collection,
  lockDocuments: false,
  // `hideStranger` looks at it, whatever a caller selects.
  forceSelect: { state: true },
  admin: {
    group: labels.group,
    useAsTitle: 'title',
    description: labels.about,
    defaultColumns: ['user', 'company', 'portalRole', 'position', 'active'],
    listSearchableFields: ['title', 'position'],
  },
  hooks: { beforeChange: [keepConsent] },
  indexes: [{ fields: ['user', 'company'], unique: true }],
  fields: [
    {
      name: 'title',
      type: 'text',
      virtual: 'user.name',
      label: labels.one,
      access: { read: forStaff(...staffWithClients) },
      hooks: { afterRead: [hideStranger] },
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      label: labels.fields.user,
      required: true,
      index: true,
      access: fixed,
    },
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
      access: fixed,
    },
    {
      name: 'portalRole',
      type: 'relationship',
      relationTo: 'portal-roles',
      label: labels.fields.portalRole,
      required: true,
      index: true,
    },
    { name: 'position', type: 'text', label: labels.fields.position, maxLength: 160 },
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: true },
    {
      name: 'state',
      type: 'select',
      label: labels.fields.state,
      options: Object.entries(labels.options.state).map(([value, label]) => ({ value, label })),
      access: { create: nobody, update: nobody },
      admin: { readOnly: true },
    },
    {
      name: 'closedBy',
      type: 'select',
      label: labels.fields.closedBy,
      options: closedByOptions(labels.options.closedBy),
      access: { create: nobody, update: nobody },
      admin: { readOnly: true, condition: isClosed },
    },
  ],
}
