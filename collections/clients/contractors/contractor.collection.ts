import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { shownSwitch } from '@/src/mechanisms/fields/shownSwitch'
import { announceHooks, idOf } from '@/hooks/announceChanges'
import {
  accountField,
  bikField,
  corrAccountField,
  innField,
  kppField,
  ogrnField,
} from '@/src/mechanisms/fields/checked'
import { contractorAccess } from './contractor.access'
import { contractorLabels as labels } from './contractor.labels'

export const contractors: CollectionConfig = {
  slug: 'contractors',
  labels: { singular: labels.one, plural: labels.many },
  access: contractorAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'company', 'inn', 'kpp', 'kind', 'active'],
    listSearchableFields: ['name', 'legalName', 'inn'],
  },
  hooks: announceHooks({
    entity: 'contractors',
    made: 'contractor.added',
    changed: 'contractor.changed',
    removed: 'contractor.removed',
    fields: [
      'company',
      'kind',
      'name',
      'legalName',
      'inn',
      'kpp',
      'ogrn',
      'legalAddress',
      'postalAddress',
      'bankName',
      'bik',
      'account',
      'corrAccount',
      'active',
    ],
    companyOf: (row) => idOf(row.company),
  }),
  fields: [
    {
      name: 'company',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.company,
      required: true,
      index: true,
    },
    {
      name: 'kind',
      type: 'select',
      label: labels.fields.kind,
      required: true,
      defaultValue: 'legal',
      options: Object.entries(labels.options.kind).map(([value, label]) => ({ value, label })),
    },
    { name: 'name', type: 'text', label: labels.fields.name, required: true, maxLength: 300 },
    { name: 'legalName', type: 'text', label: labels.fields.legalName, maxLength: 500 },
    innField('inn', labels.fields.inn, { index: true }),
    kppField('kpp', labels.fields.kpp),
    ogrnField('ogrn', labels.fields.ogrn),
    { name: 'legalAddress', type: 'text', label: labels.fields.legalAddress, maxLength: 500 },
    { name: 'postalAddress', type: 'text', label: labels.fields.postalAddress, maxLength: 500 },
    { name: 'bankName', type: 'text', label: labels.fields.bankName, maxLength: 200 },
    bikField('bik', labels.fields.bik),
    accountField('account', labels.fields.account),
    corrAccountField('corrAccount', labels.fields.corrAccount),
    ...shownSwitch(labels.fields.active),
    ...syncFields(),
  ],
}
