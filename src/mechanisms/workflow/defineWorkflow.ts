import { declarations } from '@/src/lib/declarations'
import type { ErrorCode } from '@/src/lib/errors'
import type { Text } from '@/src/lib/i18n'
import type { Role } from '../access/roles'
import { columnOf } from '../database/tableOf'
import type { EventsHolding } from '../events/defineEvents'
import type { TransitionNeeds } from './needs'
import type { Participant } from './participants'
import type { GuardContext } from './rowContext'
import type { TransitionData, TransitionEvent } from './transitionData'

export type Tone = 'idle' | 'run' | 'wait' | 'good' | 'bad'

/** Until when a record may stand in a state, and what becomes of it then. */
export type Deadline = {
  /** The date field of the record that holds the moment; cleared when the record leaves the state. */
  field: string
  /** Set on entering the state; without it whoever moves the record says the moment. */
  minutes?: number
  /** The transition that the portal itself makes when the moment has passed. */
  then: string
}

export type StateDeclaration = {
  label: Text
  tone: Tone
  /** Place on the rail of steps, from 0; states off the way (cancelled) have none. */
  step?: number
  deadline?: Deadline
}

/** Returns the code of the reason why not, or null when the way is free. */
export type Guard = (context: GuardContext) => Promise<ErrorCode | null> | ErrorCode | null

export type TransitionDeclaration = {
  label: Text
  /** `any`: from wherever the record stands, the end itself excepted. */
  from: readonly string[] | 'any'
  to: string
  /** Roles, and people whom the record itself names: its author, the head of whoever it is assigned to. */
  by: readonly (Role | Participant)[]
  /** What a person of the cabinet must hold for the row's company; to see the row is not enough. */
  capability?: string
  guard?: Guard
  /** What has to be given along with it. */
  needs?: TransitionNeeds
  /** The event it records, `entity.verb` in the past tense; null when nobody has to hear of it. */
  event: TransitionEvent | null
  /** What its event tells beside the states, of the row as it was before. */
  tells?: (context: GuardContext) => Promise<Record<string, unknown>>
  /** Staff alone read it in the history. */
  internal?: true
  /** What was done, as it is said to whoever did it; the words of the event, unless this says otherwise. */
  made?: Text
  tone?: 'main' | 'danger'
  /** What is asked before, ICU over the row's `number`: always, or when something about the row is unusual. */
  question?: Question | ((row: Record<string, unknown>) => Question | null)
  /** The event that tells of this step taken back by whoever made it; left out, it cannot be. */
  undo?: EventsHolding<TransitionData>
  /** More work in the same transaction, after the state has changed. */
  after?: (context: GuardContext) => Promise<unknown>
}

export type Question = {
  title?: Text
  text: Text
  /** How to leave it as it is: «Не отменять». */
  keep?: Text
}

export type Workflow = {
  entity: string
  field: string
  /** Records of these kinds alone; a collection may hold several workflows, and one without kinds for the rest. */
  kind?: { field: string; values: readonly string[] }
  initial: readonly string[]
  states: Readonly<Record<string, StateDeclaration>>
  transitions: Readonly<Record<string, Transition>>
}

/** A transition as the mechanism reads it: the states it begins in are named. */
export type Transition = TransitionDeclaration & { from: readonly string[] }

type Declaration = Omit<Workflow, 'field' | 'transitions'> & {
  field?: string
  transitions: Readonly<Record<string, TransitionDeclaration>>
}

const registry = declarations<Workflow[]>()

/**
 * Declares the states of an entity and the ways between them, as plain data. A declaration with an
 * unknown or unreachable state does not start: it throws here.
 */
export function defineWorkflow(declaration: Declaration): Workflow {
  const workflow: Workflow = {
    field: 'status',
    ...declaration,
    transitions: Object.fromEntries(
      Object.entries(declaration.transitions).map(([name, transition]) => [name, fromNamed(declaration, transition)]),
    ),
  }
  verify(workflow)
  const others = (registry.get(workflow.entity) ?? []).filter((other) => kindsOf(other) !== kindsOf(workflow))
  registry.set(workflow.entity, [...others, workflow])
  return workflow
}

const kindsOf = ({ kind }: Workflow): string => (kind ? [kind.field, ...kind.values].join(' ') : '')

const fromNamed = ({ states }: Declaration, transition: TransitionDeclaration): Transition => ({
  ...transition,
  from: transition.from === 'any' ? Object.keys(states).filter((state) => state !== transition.to) : transition.from,
})

export const declaredWorkflows = (): readonly Workflow[] => [...registry.values()].flat()

/** The workflows of an entity: none, one for all of its records, or one for some kinds of them. */
export const workflowsOf = (entity: string): readonly Workflow[] => registry.get(entity) ?? []

/** The workflow that a record walks by: that of its kind, else the one of all kinds. */
export function workflowFor(entity: string, row: Record<string, unknown>): Workflow | undefined {
  const all = workflowsOf(entity)
  return (
    all.find(({ kind }) => kind && kind.values.includes(String(row[columnOf(kind.field)]))) ??
    all.find(({ kind }) => kind === undefined)
  )
}

/** The state a row stands in. */
export const stateOf = ({ field }: Workflow, row: Record<string, unknown>): string => String(row[columnOf(field)])

/** What a state is called; its own code when nobody has named it. */
export const stateLabel = ({ states }: Workflow, state: string): Text =>
  states[state]?.label ?? { ru: state, en: state }

/** A transition by its name, for code that makes it itself. @throws Error when nobody declared it */
export function transitionOf({ entity, transitions }: Workflow, name: string): Transition {
  const transition = transitions[name]
  if (!transition) throw new Error(`Workflow of ${entity}: no transition ${name}`)
  return transition
}

/** What is asked before this transition of this row, when anything is. */
export function questionOf({ question }: Transition, row: Record<string, unknown>): Question | null {
  return typeof question === 'function' ? question(row) : (question ?? null)
}

function verify({ entity, initial, states, transitions }: Workflow): void {
  const known = new Set(Object.keys(states))
  const mentioned = [...initial, ...Object.values(transitions).flatMap(({ from, to }) => [...from, to])]
  const unknown = mentioned.filter((state) => !known.has(state))
  if (unknown.length > 0) throw new Error(`Workflow of ${entity}: unknown states ${unknown.join(', ')}`)
  const reached = new Set(initial)
  for (let grew = true; grew;) {
    grew = false
    for (const { from, to } of Object.values(transitions)) {
      if (!reached.has(to) && from.some((state) => reached.has(state))) {
        reached.add(to)
        grew = true
      }
    }
  }
  const lost = [...known].filter((state) => !reached.has(state))
  if (lost.length > 0) throw new Error(`Workflow of ${entity}: unreachable states ${lost.join(', ')}`)
  for (const [state, { deadline }] of Object.entries(states)) {
    if (deadline && !transitions[deadline.then]?.from.includes(state))
      throw new Error(`Workflow of ${entity}: ${deadline.then} does not lead out of ${state} when its time is over`)
  }
}
