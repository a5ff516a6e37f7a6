import type { ErrorCode } from '@/src/lib/errors'
import type { Text } from '@/src/lib/i18n'
import type { Actor } from '../access/actor'
import type { Role } from '../access/roles'
import type { PayloadRequest } from 'payload'
import type { EventType } from '../events/defineEvents'

export type Tone = 'idle' | 'run' | 'wait' | 'good' | 'bad'

export type StateDeclaration = {
  label: Text
  tone: Tone
  /** Place on the rail of steps, from 0; states off the way (cancelled) have none. */
  step?: number
}

export type GuardContext = { req: PayloadRequest; actor: Actor; row: Record<string, unknown>; comment?: string }
/** Returns the code of the reason why not, or null when the way is free. */
export type Guard = (context: GuardContext) => Promise<ErrorCode | null> | ErrorCode | null

export type TransitionDeclaration = {
  label: Text
  from: readonly string[]
  to: string
  by: readonly Role[]
  /** What a person of the cabinet must hold for the row's company; to see the row is not enough. */
  capability?: string
  guard?: Guard
  needs?: readonly 'comment'[]
  /** The event it records; `entity.to` in the past tense. */
  event: EventType
  tone?: 'main' | 'danger'
  /** A question to whoever presses, when something about the row is unusual; the row as the database has it. */
  confirm?: (row: Record<string, unknown>) => Text | null
  /** The event that tells of this step taken back by whoever made it; left out, it cannot be. */
  undo?: EventType
  /** More work in the same transaction, after the state has changed. */
  after?: (context: GuardContext) => Promise<void>
}

export type Workflow = {
  entity: string
  field: string
  initial: readonly string[]
  states: Readonly<Record<string, StateDeclaration>>
  transitions: Readonly<Record<string, TransitionDeclaration>>
}

const registry = new Map<string, Workflow>()

/**
 * Declares the states of an entity and the ways between them, as plain data. A declaration with an
 * unknown or unreachable state does not start: it throws here.
 */
export function defineWorkflow(declaration: Omit<Workflow, 'field'> & { field?: string }): Workflow {
  const workflow = { field: 'status', ...declaration }
  verify(workflow)
  registry.set(workflow.entity, workflow)
  return workflow
}

export const workflowOf = (entity: string): Workflow | undefined => registry.get(entity)

/** What a state is called; its own code when nobody has named it. */
export const stateLabel = ({ states }: Workflow, state: string): Text => states[state]?.label ?? { ru: state, en: state }

/** Transitions that `role` may start from `state`, in the order of declaration. */
export function transitionsFrom(workflow: Workflow, state: string, role: Role): string[] {
  return Object.entries(workflow.transitions).flatMap(([name, transition]) =>
    transition.from.includes(state) && transition.by.includes(role) ? [name] : [],
  )
}

/** What has to be asked before each of these transitions of this row, by its name. */
export function questionsFor(workflow: Workflow, row: Record<string, unknown>, names: readonly string[]): Record<string, Text> {
  return Object.fromEntries(names.flatMap((name) => {
    const question = workflow.transitions[name]?.confirm?.(row)
    return question ? [[name, question]] : []
  }))
}

function verify({ entity, initial, states, transitions }: Workflow): void {
  const known = new Set(Object.keys(states))
  const mentioned = [...initial, ...Object.values(transitions).flatMap(({ from, to }) => [...from, to])]
  const unknown = mentioned.filter((state) => !known.has(state))
  if (unknown.length > 0) throw new Error(`Workflow of ${entity}: unknown states ${unknown.join(', ')}`)
  const reached = new Set(initial)
  for (let grew = true; grew; ) {
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
}
