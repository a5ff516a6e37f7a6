import { applyWorkflow } from '@/hooks/applyWorkflow'
import { syncFields } from '@/src/mechanisms/exchange/syncFields'
import { currencyField, moneyField } from '@/src/mechanisms/fields/numbers'
import { defineEntity } from '@/src/mechanisms/modules/defineModule'
import { statusField, transitionControls } from '@/src/mechanisms/workflow/statusField'
import { guaranteeAccess } from './guarantee.access'
import { guaranteeEvents } from './guarantee.events'
import { guaranteeResource } from './guarantee.exchange'
import { guaranteeLabels as labels } from './guarantee.labels'
import { guaranteeOffered } from './guarantee.notifications'
import { guaranteePrint } from './guarantee.print'
import { guaranteeWorkflow } from './guarantee.workflow'

export const guarantees = defineEntity({
  collection: {
    slug: 'test-guarantees',
    labels: { singular: labels.one, plural: labels.many },
    access: guaranteeAccess.collection,
    lockDocuments: false,
    hooks: applyWorkflow(guaranteeWorkflow),
    admin: {
      group: labels.group,
      useAsTitle: 'number',
      description: labels.about,
      defaultColumns: ['number', 'company', 'amount', 'payBy', 'status'],
      listSearchableFields: ['number'],
      components: transitionControls(guaranteeWorkflow),
    },
    fields: [
      { name: 'number', type: 'text', label: labels.fields.number, required: true, index: true, maxLength: 80 },
      {
        name: 'company',
        type: 'relationship',
        relationTo: 'companies',
        label: labels.fields.company,
        required: true,
        index: true,
      },
      currencyField(),
      moneyField('amount', labels.fields.amount, { required: true }),
      {
        name: 'payBy',
        type: 'date',
        label: labels.fields.payBy,
        required: true,
        admin: { date: { pickerAppearance: 'dayOnly' } },
      },
      statusField(guaranteeWorkflow),
      ...syncFields(),
    ],
  },
  parts: [guaranteeEvents, guaranteeResource, guaranteeOffered, guaranteePrint, guaranteeWorkflow],
})
