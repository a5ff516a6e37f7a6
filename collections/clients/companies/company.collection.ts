import type { CollectionConfig, NumberField } from 'payload'
import { companyFigure, ownedByErp } from '@/src/mechanisms/access/fieldAccess'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, moneyField } from '@/src/mechanisms/fields/numbers'
import { announcing, idOf } from '@/hooks/announceChanges'
import { emailField, innField, kppField, printedPhoneField } from '@/src/mechanisms/fields/checked'
import { companyAccess } from './company.access'
import { keepOwnClient, mayDistribute } from './company.distribution'
import { companyLabels as labels } from './company.labels'
import { twinsEndpoint } from './company.twins'

/** Sums come from the ERP alone, and are seen by those who may see settlements. */
const figure = (field: NumberField): NumberField => ({ ...field, access: { ...ownedByErp, read: companyFigure('balance.read') } })

export const companies: CollectionConfig = {
  slug: 'companies',
  labels: { singular: labels.one, plural: labels.many },
  access: companyAccess.collection,
  lockDocuments: false,
  defaultSort: 'name',
  admin: {
    group: labels.group,
    useAsTitle: 'name',
    description: labels.about,
    defaultColumns: ['name', 'inn', 'status', 'manager', 'branches', 'debt', 'overdue'],
    listSearchableFields: ['name', 'legalName', 'inn', 'phone', 'email'],
  },
  endpoints: [twinsEndpoint],
  hooks: {
    beforeChange: [keepOwnClient],
    ...announcing({
      entity: 'companies', made: 'company.registered', changed: 'company.changed', removed: 'company.removed',
      fields: ['name', 'legalName', 'inn', 'kpp', 'status', 'manager', 'branches', 'partner', 'priceType', 'phone', 'email', 'address'],
      companyOf: (row) => idOf(row),
    }),
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, index: true, maxLength: 300 },
    { name: 'legalName', type: 'text', label: labels.fields.legalName, maxLength: 500 },
    innField('inn', labels.fields.inn, { index: true }),
    { name: 'twins', type: 'ui', label: labels.fields.inn, admin: { components: { Field: '/src/admin/clients/TwinNote#TwinNote' }, disableBulkEdit: true, disableListColumn: true } },
    kppField('kpp', labels.fields.kpp),
    {
      name: 'status',
      type: 'select',
      label: labels.fields.status,
      required: true,
      defaultValue: 'active',
      index: true,
      options: Object.entries(labels.options.status).map(([value, label]) => ({ value, label })),
      admin: { position: 'sidebar' },
    },
    { name: 'manager', type: 'relationship', relationTo: 'staff', label: labels.fields.manager, index: true, access: { create: mayDistribute, update: mayDistribute }, admin: { position: 'sidebar' } },
    { name: 'branches', type: 'relationship', relationTo: 'branches', label: labels.fields.branches, hasMany: true, admin: { position: 'sidebar' } },
    { name: 'partner', type: 'relationship', relationTo: 'companies', label: labels.fields.partner, index: true, admin: { position: 'sidebar' } },
    { name: 'priceType', type: 'relationship', relationTo: 'price-types', label: labels.fields.priceType, index: true, admin: { position: 'sidebar' } },
    printedPhoneField('phone', labels.fields.phone),
    emailField('email', labels.fields.email),
    { name: 'address', type: 'text', label: labels.fields.address, maxLength: 500 },
    currencyField(),
    figure(moneyField('creditLimit', labels.fields.creditLimit, { defaultValue: 0 })),
    figure(moneyField('debt', labels.fields.debt, { defaultValue: 0 })),
    figure(moneyField('overdue', labels.fields.overdue, { defaultValue: 0 })),
    figure(moneyField('balance', labels.fields.balance, { defaultValue: 0, allowNegative: true, readOnly: true })),
    { name: 'financeAt', type: 'date', label: labels.fields.financeAt, access: { ...ownedByErp, read: companyFigure('balance.read') }, admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true } },
    { name: 'papers', type: 'ui', label: labels.fields.papers, admin: { components: { Field: '/src/admin/workplace/CompanyPapers#CompanyPapers' }, disableBulkEdit: true, disableListColumn: true } },
    ...syncFields(),
  ],
}
