import { declarations } from '@/src/lib/declarations'
import type { Text, TextParams } from '@/src/lib/i18n'
import { isEntityOn } from '../modules/switches'
import type { QueryContext } from '../access/context'
import { asidesOf } from './aside'

/** One thing that is wanted from a person now. */
export type Ask = {
  /** Kind and record, so that a list can keep its places: `invoice:<id>`. */
  key: string
  /** The day by which it is wanted, YYYY-MM-DD; null when it has no date. */
  when: string | null
  title: Text
  note: Text | null
  /** What fills the texts' places. */
  params: TextParams
  amount: { amount: number; currency: string } | null
  /** A path of the cabinet, without the language. */
  href: string
  button: Text
  /** It can wait: put aside, it is not asked until tomorrow, or until its `stamp` is another. `done` names the latter. */
  aside?: { stamp: string; done: Text }
}

export type AskDeclaration = {
  key: string
  /** The collection it speaks of; where its module is off, nothing is asked. */
  entity: string
  /** What is wanted, most pressing first, read as the person. */
  collect: (context: QueryContext, limit: number) => Promise<Ask[]>
}

const registry = declarations<AskDeclaration>()

/** Declares a kind of thing that the home page may want from a person («От вас ждут»). */
export function defineAsk(declaration: AskDeclaration): AskDeclaration {
  registry.set(declaration.key, declaration)
  return declaration
}

const EACH = 20

/** Everything wanted from the person: dated first by day, the rest after; undated keep their order. */
export async function asksFor(context: QueryContext): Promise<Ask[]> {
  const [asides, ...asks] = await Promise.all([
    asidesOf(context.req, context.actor),
    ...[...registry.values()].map(async ({ entity, collect }) =>
      (await isEntityOn(context.req, entity)) ? collect(context, EACH) : [],
    ),
  ])
  return inOrder(asks.flat().filter(({ key, aside }) => !aside || asides.get(key) !== aside.stamp))
}

/** By day, the undated last; a stable sort, so kinds keep the order of their declarations. */
export function inOrder(asks: readonly Ask[]): Ask[] {
  return [...asks].sort((a, b) => (a.when ?? '9999-12-31').localeCompare(b.when ?? '9999-12-31'))
}
