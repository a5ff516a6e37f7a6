import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { shownSwitch } from '@/src/mechanisms/fields/shownSwitch'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { searchUpkeepJob } from '../exchange/searchUpkeep.jobs'
import { warehouseAccess } from './warehouse.access'
import { warehouseLabels as labels } from './warehouse.labels'

export const warehouses: CollectionConfig = {
  slug: 'warehouses',
  custom: { panel: { section: 'settings', order: 56, of: ['editor', 'admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: warehouseAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'address', 'branch', 'pickup', 'active'],
    listSearchableFields: ['name', 'address'],
  },
  hooks: {
    afterChange: [
      ({ doc, previousDoc, req }) =>
        doc.active === previousDoc?.active ? undefined : enqueue(req, searchUpkeepJob, {}, { key: 'all' }),
    ],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 160 },
    { name: 'address', type: 'text', label: labels.fields.address, maxLength: 300 },
    { name: 'branch', type: 'relationship', relationTo: 'branches', label: labels.fields.branch, index: true },
    { name: 'pickup', type: 'checkbox', label: labels.fields.pickup, defaultValue: true },
    ...shownSwitch(labels.fields.active),
    ...syncFields(),
  ],
}
