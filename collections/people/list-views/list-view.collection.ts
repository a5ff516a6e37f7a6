import type { CollectionConfig } from 'payload'
import { say, type Locale } from '@/src/lib/i18n'
import { listNamed } from '@/src/mechanisms/lists/defineList'
import { listViewAccess } from './list-view.access'
import { listViewLabels as labels } from './list-view.labels'

/** «Заказы» for «orders», where the audit tells of it. */
const listInWords = (key: string, locale: Locale): string => {
  const label = listNamed(key)?.label
  return label ? say(label, locale) : key
}

/** A view of a list that a person has saved; with a company it is shown to everybody there. */
export const listViews: CollectionConfig = {
  slug: 'list-views',
  custom: { panel: { roles: ['admin'] } },
  labels: { singular: labels.one, plural: labels.many },
  access: listViewAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'list', 'user', 'company'],
    listSearchableFields: ['name'],
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 60 },
    {
      name: 'list',
      type: 'text',
      label: labels.fields.list,
      required: true,
      maxLength: 60,
      index: true,
      custom: { inWords: listInWords },
    },
    { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, required: true, index: true },
    { name: 'company', type: 'relationship', relationTo: 'companies', label: labels.fields.company, index: true },
    { name: 'search', type: 'text', label: labels.fields.search, maxLength: 2_000 },
    { name: 'look', type: 'text', label: labels.fields.look, maxLength: 500 },
  ],
}
