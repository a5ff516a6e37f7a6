import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { overridesField } from '@/src/mechanisms/fields/overrides'
import { shownSwitch } from '@/src/mechanisms/fields/shownSwitch'
import { slugField } from '@/src/mechanisms/fields/checked'
import { productsBehind } from '../exchange/touched'
import { refreshProductSearch } from '../products/searchDocuments'
import { groupAccess } from './group.access'
import { groupLabels as labels } from './group.labels'

export const groups: CollectionConfig = {
  slug: 'groups',
  labels: { singular: labels.one, plural: labels.many },
  access: groupAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'parent', 'active', 'sort'],
    listSearchableFields: ['name', 'slug'],
  },
  hooks: {
    afterChange: [
      async ({ doc, req }) =>
        refreshProductSearch(req, await productsBehind(req, new Map([['groups', [String(doc.id)]]]))),
    ],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 300 },
    slugField('slug', labels.fields.slug, { required: true, unique: true, maxLength: 120 }),
    { name: 'parent', type: 'relationship', relationTo: 'groups', label: labels.fields.parent, index: true },
    { name: 'path', type: 'text', label: labels.fields.path, index: true },
    { name: 'depth', type: 'number', label: labels.fields.depth, defaultValue: 0 },
    { name: 'sort', type: 'number', label: labels.fields.sort, defaultValue: 0 },
    ...shownSwitch(labels.fields.active),
    overridesField(['name', 'parent', 'sort']),
    ...syncFields(),
  ],
}
