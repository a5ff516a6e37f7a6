import { say, type Locale } from '@/src/lib/i18n'
import { stateLabel, type Workflow } from './defineWorkflow'

export type RailStep = { state: string; label: string; at: string | null; is: 'done' | 'now' | 'next' | 'stopped' }

/**
 * The states of a record's way in their order, each with the moment it was last entered. One that left the way shows the
 * states it came to, and where it left to; a way of a single state is none.
 */
export function railOf(
  workflow: Workflow,
  state: string,
  events: ReadonlyArray<{ at: string; data: Record<string, unknown> }>,
  locale: Locale,
): RailStep[] {
  const entered = new Map<string, string>()
  for (const { at, data } of events) if (typeof data.to === 'string') entered.set(data.to, at)
  const way = Object.entries(workflow.states)
    .flatMap(([name, { step }]) => (step === undefined ? [] : [{ name, step }]))
    .sort((a, b) => a.step - b.step)
  const stepOf = (name: string, is: RailStep['is']): RailStep => ({
    state: name,
    label: say(stateLabel(workflow, name), locale),
    at: is === 'next' ? null : (entered.get(name) ?? null),
    is,
  })
  const standing = workflow.states[state]?.step
  if (standing === undefined)
    return [
      ...way.filter(({ name }) => entered.has(name)).map(({ name }) => stepOf(name, 'done')),
      stepOf(state, 'stopped'),
    ]
  if (way.length < 2) return []
  return way
    .filter(({ name, step }) => name === state || step !== standing)
    .map(({ name, step }) => stepOf(name, name === state ? 'now' : step < standing ? 'done' : 'next'))
}
