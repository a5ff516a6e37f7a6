import type { SQL } from '@payloadcms/db-postgres/drizzle'
import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { scalars } from '../database/scalars'
import { shownTo, type Placed } from './shownTo'

/** Something that a new portal needs before it works. */
export type FirstStep = Placed & {
  label: Text
  /** What it is good for, or how it is done. */
  why: Text
  /** The button that leads to `href`. */
  go: Text
  href: string
  /** A boolean expression: whether it has been done. */
  done: () => SQL
}

export type ShownStep = { step: FirstStep; done: boolean }

const registry = declarations<FirstStep>()

/** Declares a step of «С чего начать». */
export function defineFirstStep(step: FirstStep): FirstStep {
  registry.set(step.key, step)
  return step
}

export const declaredFirstSteps = (): readonly FirstStep[] => [...registry.values()]

/** What the portal still needs of this person, in the order of doing, by one question; nothing once all is done. */
export async function firstStepsFor({ req, actor }: QueryContext): Promise<ShownStep[]> {
  const mine = shownTo(actor, registry.values())
  const done = await scalars<boolean>(
    req,
    mine.map((step) => [step.key, step.done()] as const),
  )
  const steps = mine.map((step) => ({ step, done: done[step.key] === true }))
  return steps.every((one) => one.done) ? [] : steps
}
