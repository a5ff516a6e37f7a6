import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { quantityField } from '@/src/mechanisms/fields/numbers'
import { overridesField } from '@/src/mechanisms/fields/overrides'
import { shownSwitch } from '@/src/mechanisms/fields/shownSwitch'
import { slugField } from '@/src/mechanisms/fields/checked'
import { productAccess } from './product.access'
import { productLabels as labels } from './product.labels'
import { refreshProductSearch } from './searchDocuments'

export const products: CollectionConfig = {
  slug: 'products',
  custom: { panel: { section: 'site', order: 10, of: ['editor', 'admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: productAccess.collection,
  lockDocuments: false,
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'article', 'group', 'brand', 'active'],
    listSearchableFields: ['name', 'article', 'barcode'],
  },
  hooks: { afterChange: [({ doc, req }) => refreshProductSearch(req, [String(doc.id)])] },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 1000 },
    { name: 'article', type: 'text', label: labels.fields.article, index: true, maxLength: 120 },
    slugField('slug', labels.fields.slug, { required: true, unique: true, maxLength: 160 }),
    { name: 'group', type: 'relationship', relationTo: 'groups', label: labels.fields.group, index: true },
    { name: 'brand', type: 'relationship', relationTo: 'brands', label: labels.fields.brand, index: true },
    { name: 'unit', type: 'text', label: labels.fields.unit, defaultValue: '\u0448\u0442', maxLength: 40 },
    { name: 'vatRate', type: 'number', label: labels.fields.vatRate },
    { name: 'barcode', type: 'text', label: labels.fields.barcode, maxLength: 120 },
    { name: 'description', type: 'textarea', label: labels.fields.description },
    { name: 'properties', type: 'json', label: labels.fields.properties, custom: { editable: true } },
    { name: 'images', type: 'upload', relationTo: 'media', label: labels.fields.images, hasMany: true },
    { name: 'weight', type: 'number', label: labels.fields.weight },
    quantityField('packSize', labels.fields.packSize),
    ...shownSwitch(labels.fields.active, { position: 'sidebar' }),
    overridesField(['name', 'description', 'group']),
    ...syncFields(),
  ],
}
