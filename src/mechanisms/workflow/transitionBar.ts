import { say, type Locale, type Text } from '@/src/lib/i18n'
import { companyOfRow } from '../access/companyOfRow'
import { declaredEvents } from '../events/defineEvents'
import { questionOf, stateLabel, stateOf, type Tone, type Transition, type Workflow } from './defineWorkflow'
import type { NeededInput, NeededField } from './needs'
import type { RowContext } from './rowContext'
import { signatureNamed } from './signature'
import { transitionsFor } from './transition'
import { lastStep } from './undo'

export type NeededText = { label: string; optional: boolean }
export type NeededValue = NeededText & {
  name: string
  type: NeededField['type']
  options?: ReadonlyArray<{ value: string; label: string }>
}

/** One transition as a button shows it: what it is called, what is asked before, what has to be given, what is said after. */
export type TransitionOption = {
  name: string
  label: string
  made: string
  /** The record stands where it was afterwards. */
  stays: boolean
  tone?: 'main' | 'danger'
  question: { title: string | null; text: string; keep: string | null } | null
  comment: NeededText | null
  files: NeededText | null
  fields: readonly NeededValue[]
  signature: NeededText | null
}

/** Where a record stands and what this person may do with it from there, in their language. */
export type TransitionBar = {
  entity: string
  id: string
  /** whose correspondence takes the files of a transition */
  company: string | null
  state: { key: string; label: string; tone: Tone | undefined }
  options: readonly TransitionOption[]
  canUndo: boolean
}

/** What a person may do with a record now, drawn from its workflow: for a page of the cabinet and for the panel alike. */
export async function transitionBar(workflow: Workflow, context: RowContext, locale: Locale): Promise<TransitionBar> {
  const { req, actor, row } = context
  const [id, state] = [String(row.id), stateOf(workflow, row)]
  const [names, last] = await Promise.all([
    transitionsFor(workflow, context),
    lastStep(req, actor, workflow, { id, state }),
  ])
  return {
    entity: workflow.entity,
    id,
    company: companyOfRow(workflow.entity, row),
    state: { key: state, label: say(stateLabel(workflow, state), locale), tone: workflow.states[state]?.tone },
    options: names.flatMap((name) => {
      const transition = workflow.transitions[name]
      return transition ? [wayOf(workflow, name, transition, { row, locale })] : []
    }),
    canUndo: last !== null,
  }
}

function wayOf(
  workflow: Workflow,
  name: string,
  transition: Transition,
  { row, locale }: { row: Record<string, unknown>; locale: Locale },
): TransitionOption {
  const { label, tone, needs, event } = transition
  const question = questionOf(transition, row)
  const params = { number: String(row.number ?? '') }
  const said = (text: Text): string => say(text, locale, params)
  const asked = (it: NeededInput | undefined): NeededText | null =>
    it ? { label: said(it.label), optional: it.optional ?? false } : null
  const kind = needs?.signature ? signatureNamed(needs.signature) : undefined
  return {
    name,
    label: said(label),
    made: said(transition.made ?? (event && declaredEvents().get(event)?.label) ?? label),
    stays: transition.to === stateOf(workflow, row),
    ...(tone ? { tone } : {}),
    question: question && {
      title: question.title ? said(question.title) : null,
      text: said(question.text),
      keep: question.keep ? said(question.keep) : null,
    },
    comment: asked(needs?.comment),
    files: asked(needs?.files),
    fields: Object.entries(needs?.fields ?? {}).map(([field, it]) => ({
      name: field,
      type: it.type,
      label: said(it.label),
      optional: it.optional ?? false,
      ...(it.type === 'choice'
        ? { options: Object.entries(it.options).map(([value, text]) => ({ value, label: said(text) })) }
        : {}),
    })),
    signature: kind ? { label: said(kind.label), optional: false } : null,
  }
}
