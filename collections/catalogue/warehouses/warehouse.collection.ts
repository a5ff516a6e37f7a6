import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { warehouseAccess } from './warehouse.access'
import { warehouseLabels as labels } from './warehouse.labels'

export const warehouses: CollectionConfig = {
  slug: 'warehouses',
  labels: { singular: labels.one, plural: labels.many },
  access: warehouseAccess.collection,
  lockDocuments: false,
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    defaultColumns: ['name', 'address', 'pickup', 'active'],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 160 },
    { name: 'address', type: 'text', label: labels.fields.address, maxLength: 300 },
    { name: 'branch', type: 'relationship', relationTo: 'branches', label: labels.fields.branch, index: true },
    { name: 'pickup', type: 'checkbox', label: labels.fields.pickup, defaultValue: true },
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: true },
    ...syncFields(),
  ],
}
