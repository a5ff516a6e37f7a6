import type { CustomComponent, SelectField } from 'payload'
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

/** What stands above a record in the panel: its state, and the transitions open to whoever looks. */
export const transitionControls = ({ entity }: Workflow): { edit: { beforeDocumentControls: CustomComponent[] } } => ({
  edit: {
    beforeDocumentControls: [
      { path: '/src/admin/workflow/RecordTransitions#RecordTransitions', serverProps: { entity } },
    ],
  },
})
