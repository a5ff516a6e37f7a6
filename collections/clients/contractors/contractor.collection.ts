import type { CollectionConfig } from 'payload'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { announcing, idOf } from '@/hooks/announceChanges'
import { validBik, validInn, validKpp, validOgrn } from '../requisites'
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
  hooks: announcing({
    entity: 'contractors', made: 'contractor.added', changed: 'contractor.changed', removed: 'contractor.removed',
    fields: ['company', 'kind', 'name', 'legalName', 'inn', 'kpp', 'ogrn', 'legalAddress', 'postalAddress', 'bankName', 'bik', 'account', 'corrAccount', 'active'],
    companyOf: (row) => idOf(row.company),
  }),
  fields: [
    { name: 'company', type: 'relationship', relationTo: 'companies', label: labels.fields.company, required: true, index: true },
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
    { name: 'inn', type: 'text', label: labels.fields.inn, index: true, maxLength: 12, validate: validInn },
    { name: 'kpp', type: 'text', label: labels.fields.kpp, maxLength: 9, validate: validKpp },
    { name: 'ogrn', type: 'text', label: labels.fields.ogrn, maxLength: 15, validate: validOgrn },
    { name: 'legalAddress', type: 'text', label: labels.fields.legalAddress, maxLength: 500 },
    { name: 'postalAddress', type: 'text', label: labels.fields.postalAddress, maxLength: 500 },
    { name: 'bankName', type: 'text', label: labels.fields.bankName, maxLength: 200 },
    { name: 'bik', type: 'text', label: labels.fields.bik, maxLength: 9, validate: validBik },
    { name: 'account', type: 'text', label: labels.fields.account, maxLength: 20 },
    { name: 'corrAccount', type: 'text', label: labels.fields.corrAccount, maxLength: 20 },
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: true },
    ...syncFields(),
  ],
}
