import type { CollectionConfig } from 'payload'
import { applyWorkflow } from '@/hooks/applyWorkflow'
import { statusField, transitionControls } from '@/src/mechanisms/workflow/statusField'
import { interactionAccess } from './interaction.access'
import { interactionLabels as labels } from './interaction.labels'
import { interactionWorkflow } from './interaction.workflow'

const moment = { admin: { date: { pickerAppearance: 'dayAndTime' as const } } }

export const interactions: CollectionConfig = {
  slug: 'interactions',
  labels: { singular: labels.one, plural: labels.many },
  access: interactionAccess.collection,
  lockDocuments: false,
  hooks: applyWorkflow(interactionWorkflow),
  defaultSort: '-at',
  admin: {
    group: labels.group,
    useAsTitle: 'body',
    description: labels.about,
    defaultColumns: ['body', 'company', 'kind', 'at', 'status', 'remindAt', 'assignee'],
    listSearchableFields: ['body', 'outcome', 'nextStep'],
    components: transitionControls(interactionWorkflow),
  },
  indexes: [{ fields: ['company', 'at'] }, { fields: ['status', 'remindAt'] }],
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
      options: Object.entries(labels.kinds).map(([value, label]) => ({ value, label })),
    },
    { name: 'at', type: 'date', label: labels.fields.at, required: true, ...moment },
    { name: 'contact', type: 'relationship', relationTo: 'contacts', label: labels.fields.contact, index: true },
    { name: 'body', type: 'textarea', label: labels.fields.body, required: true, maxLength: 4000 },
    { name: 'outcome', type: 'textarea', label: labels.fields.outcome, maxLength: 2000 },
    { name: 'nextStep', type: 'text', label: labels.fields.nextStep, maxLength: 500 },
    statusField(interactionWorkflow),
    {
      name: 'remindAt',
      type: 'date',
      label: labels.fields.remindAt,
      admin: { ...moment.admin, readOnly: true },
    },
    { name: 'assignee', type: 'relationship', relationTo: 'staff', label: labels.fields.assignee, index: true },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'staff',
      label: labels.fields.author,
      index: true,
      admin: { readOnly: true },
    },
  ],
}
