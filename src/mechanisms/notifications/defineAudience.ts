import { declarations } from '@/src/lib/declarations'
import type { Runner } from '../database/query'
import type { NotifiedEvent } from './notifiedEvent'
import type { Recipient } from './recipient'

declare const told: unique symbol
/** Whom an event concerns: an audience by its key, with the options that its own declaration understands. */
export type Audience<Data = Record<string, unknown>> = {
  key: string
  options: unknown
  /** Events whose data it can judge by; nothing of it is there at run time. */
  readonly [told]?: (event: NotifiedEvent<Data>) => void
}

type AudienceDeclaration<Options, Data> = {
  /** `companyPeople`, `manager`. */
  key: string
  /** The people of now: it is asked when the job runs, so whoever lost access meanwhile is not among them. */
  resolve: (runner: Runner, event: NotifiedEvent<Data>, options: Options) => Promise<Recipient[]>
}

const registry = declarations<AudienceDeclaration<unknown, unknown>>()

/** Declares a kind of recipients; gives what a notification says in `to`: `companyPeople({ needs: 'orders.read' })`. */
export function defineAudience<Options = void, Data = unknown>(
  declaration: AudienceDeclaration<Options, Data>,
): (options: Options) => Audience<Data> {
  // The registry forgets the types; options come back as the constructor below took them.
  registry.set(declaration.key, declaration as AudienceDeclaration<unknown, unknown>)
  return (options) => ({ key: declaration.key, options })
}

/** Who is of the audience now, of this event. */
export async function recipientsOf(runner: Runner, to: Audience, event: NotifiedEvent): Promise<Recipient[]> {
  const declared = registry.get(to.key)
  if (!declared) throw new Error(`No audience is declared under the key ${to.key}`)
  return declared.resolve(runner, event, to.options)
}
