import type { SelectField } from 'payload'
import type { Workflow } from './defineWorkflow'

/** The status of an entity: shown to all who see the row, written by nobody but a transition. */
export function statusField(workflow: Workflow): SelectField {
  return {
    name: workflow.field,
    type: 'select',
    label: { ru: 'Состояние', en: 'State' },
    required: true,
    index: true,
    defaultValue: workflow.initial[0],
    options: Object.entries(workflow.states).map(([value, { label }]) => ({ value, label })),
    access: { create: () => false, update: () => false },
    admin: { readOnly: true, position: 'sidebar' },
  }
}
