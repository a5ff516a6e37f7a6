import type { Field } from 'payload'
import { submissionLabels as labels } from './form-submission.labels'

const kept = {
  access: { create: () => false, update: () => false },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
} as const

/** What was sent, as it was asked: the form may change later. */
export const submissionFields: Field[] = [
  { name: 'title', type: 'text', label: labels.fields.title, required: true, maxLength: 300 },
  { name: 'form', type: 'relationship', relationTo: 'forms', label: labels.fields.form, index: true },
  { name: 'user', type: 'relationship', relationTo: 'users', label: labels.fields.user, index: true },
  { name: 'company', type: 'relationship', relationTo: 'companies', label: labels.fields.company, index: true },
  {
    name: 'submissionData',
    type: 'array',
    label: labels.fields.submissionData,
    fields: [
      { name: 'field', type: 'text', label: labels.fields.field, required: true, maxLength: 40 },
      { name: 'label', type: 'text', label: labels.fields.label, maxLength: 300 },
      { name: 'value', type: 'textarea', label: labels.fields.value, maxLength: 5_000 },
    ],
  },
  // The questions as they stood, and the answers as their kinds keep them: what is read of an answer is read by these.
  { name: 'version', type: 'text', label: labels.fields.version, maxLength: 36, ...kept },
  { name: 'values', type: 'json', label: labels.fields.values, ...kept },
]
