import type { z } from 'zod'
import { declarations } from '@/src/lib/declarations'
import type { ErrorCode } from '@/src/lib/errors'
import type { Locale, Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { mayOpen, type AccessNeeds } from '../access/mayOpen'
import type { ActionDeclaration } from '../actions/defineAction'
import { moduleOfPart } from '../modules/defineModule'
import { modulesOff } from '../modules/switches'
import './bulk.errors'

/** Icons that the dock draws. */
export type BulkIcon = 'repeat' | 'archive' | 'mail' | 'pay'

type Common = AccessNeeds & {
  /** key of the list that it stands under */
  list: string
  key: string
  label: Text
  icon: BulkIcon
  /** from the left; the main one last */
  order: number
  main?: boolean
  /** rows at once; more are refused whole */
  most: number
}

/** An action run for each row apart, so that one that cannot is told of and holds up nobody. */
type ByAction<Schema extends z.ZodType, Output> = Common & {
  action: ActionDeclaration<Schema, Output>
  input: (id: string) => z.input<Schema>
  /** words for what came of a row, where there is more to say than that it is done */
  remark?: (output: Output, locale: Locale) => string | null
  /** «В корзине 2 заказа» */
  done: Text
  /** where it can be seen, without the language */
  next?: { href: string; label: Text }
}

/** A file made of the chosen rows: `?id=…&id=…` of this address. */
type ByFile = Common & {
  file: string
  /** codes of those that cannot be in it; rows that the person does not reach are refused without being asked about */
  refuse: (context: QueryContext, ids: readonly string[]) => Promise<ReadonlyMap<string, ErrorCode>>
  done: Text
}

export type BulkDeclaration<Schema extends z.ZodType = z.ZodType, Output = unknown> = ByAction<Schema, Output> | ByFile

const registry = declarations<BulkDeclaration>()

/** Declares what is done with the chosen rows of a list. Any area may add to any list; it goes with the module that lists it. */
export function defineBulk<Schema extends z.ZodType, Output>(
  declaration: BulkDeclaration<Schema, Output>,
): BulkDeclaration {
  // The action parses its input by its own schema before it is used.
  const known = declaration as unknown as BulkDeclaration
  registry.set(`${known.list} ${known.key}`, known)
  return known
}

export const declaredBulks = (): readonly BulkDeclaration[] => [...registry.values()]

/** What this person may do with rows of a list now, in its order. */
export async function bulksFor(context: QueryContext, list: string): Promise<BulkDeclaration[]> {
  const off = await modulesOff(context.req)
  return declaredBulks()
    .filter((bulk) => bulk.list === list && !off.has(moduleOfPart(bulk) ?? '') && mayOpen(context, bulk))
    .sort((a, b) => a.order - b.order)
}
