import type { CollectionConfig, NumberField } from 'payload'
import { companyFigure, ownedByErp } from '@/src/mechanisms/access/fieldAccess'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, moneyField } from '@/src/mechanisms/fields/numbers'
import { announceHooks, idOf } from '@/hooks/announceChanges'
import { emailField, innField, kppField, printedPhoneField } from '@/src/mechanisms/fields/checked'
import { applyWorkflow } from '@/hooks/applyWorkflow'
import { statusField, transitionControls } from '@/src/mechanisms/workflow/statusField'
import { companyAccess } from './company.access'
import { keepOwnClient, mayDistribute } from './company.hooks'
import { companyLabels as labels } from './company.labels'
import { twinsEndpoint } from './company.twins.endpoint'
import { companyWorkflow } from './company.workflow'

/** Sums come from the ERP alone, and are seen by those who may see settlements. */
const figure = (field: NumberField): NumberField => ({
  ...field,
  access: { ...ownedByErp, read: companyFigure('balance.read') },
})

const workflow = applyWorkflow(companyWorkflow)

const announced = announceHooks({
  entity: 'companies',
  made: 'company.registered',
  changed: 'company.changed',
  removed: 'company.removed',
  // A changed state is told by its workflow.
  fields: [
    'name',
    'legalName',
    'inn',
    'kpp',
    'manager',
    'branches',
    'partner',
    'priceType',
    'phone',
    'email',
    'address',
  ],
  companyOf: (row) => idOf(row),
})

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
    components: transitionControls(companyWorkflow),
  },
  endpoints: [twinsEndpoint],
  hooks: {
    beforeChange: [...(workflow.beforeChange ?? []), keepOwnClient],
    afterChange: [...(workflow.afterChange ?? []), ...(announced.afterChange ?? [])],
    afterDelete: announced.afterDelete,
  },
  fields: [
    { name: 'name', type: 'text', label: labels.fields.name, required: true, index: true, maxLength: 300 },
    { name: 'legalName', type: 'text', label: labels.fields.legalName, maxLength: 500 },
    innField('inn', labels.fields.inn, { index: true }),
    {
      name: 'twins',
      type: 'ui',
      label: labels.fields.inn,
      admin: {
        components: { Field: '/src/admin/clients/TwinNote#TwinNote' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
    kppField('kpp', labels.fields.kpp),
    statusField(companyWorkflow),
    {
      name: 'manager',
      type: 'relationship',
      relationTo: 'staff',
      label: labels.fields.manager,
      index: true,
      access: { create: mayDistribute, update: mayDistribute },
      admin: { position: 'sidebar' },
    },
    {
      name: 'branches',
      type: 'relationship',
      relationTo: 'branches',
      label: labels.fields.branches,
      hasMany: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'partner',
      type: 'relationship',
      relationTo: 'companies',
      label: labels.fields.partner,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'priceType',
      type: 'relationship',
      relationTo: 'price-types',
      label: labels.fields.priceType,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'site',
      type: 'relationship',
      relationTo: 'sites',
      label: labels.fields.site,
      admin: { position: 'sidebar', description: labels.hints.site },
    },
    {
      name: 'accessKeys',
      type: 'checkbox',
      label: labels.fields.accessKeys,
      defaultValue: false,
      admin: { position: 'sidebar', description: labels.hints.accessKeys },
    },
    printedPhoneField('phone', labels.fields.phone),
    emailField('email', labels.fields.email),
    { name: 'address', type: 'text', label: labels.fields.address, maxLength: 500 },
    currencyField(),
    figure(moneyField('creditLimit', labels.fields.creditLimit, { defaultValue: 0 })),
    figure(moneyField('debt', labels.fields.debt, { defaultValue: 0 })),
    figure(moneyField('overdue', labels.fields.overdue, { defaultValue: 0 })),
    figure(moneyField('balance', labels.fields.balance, { defaultValue: 0, allowNegative: true, readOnly: true })),
    {
      name: 'financeAt',
      type: 'date',
      label: labels.fields.financeAt,
      access: { ...ownedByErp, read: companyFigure('balance.read') },
      admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
    },
    {
      name: 'papers',
      type: 'ui',
      label: labels.fields.papers,
      admin: {
        components: { Field: '/src/admin/workplace/CompanyPapers#CompanyPapers' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
    ...syncFields(),
  ],
}
