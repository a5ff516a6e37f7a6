import type { z } from 'zod'
import { declarations } from '@/src/lib/declarations'
import type { AppError, ErrorCode } from '@/src/lib/errors'
import type { Locale, Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { mayOpen, type AccessNeeds } from '../access/mayOpen'
import type { ActionDeclaration } from '../actions/defineAction'
import { moduleOfPart } from '../modules/defineModule'
import { modulesOff } from '../modules/switches'
import './bulk.errors'

/** Icons that the dock draws. */
export type BulkIcon = 'repeat' | 'archive' | 'mail' | 'pay' | 'state' | 'place' | 'person'

/** What is asked before it is done: one of some, several of them, words. */
export type BulkField = {
  name: string
  label: Text
  required?: boolean
  /** asked only while another field holds one of these */
  only?: { of: string; values: readonly string[] }
} & ({ type: 'choice' | 'several'; choices: readonly { id: string; name: string | Text }[] } | { type: 'long' })

/** What was answered, by the names of the fields. */
export type BulkGiven = Readonly<Record<string, string | readonly string[]>>

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
type ByAction<Schema extends z.ZodType, Output, Row> = Common & {
  action: ActionDeclaration<Schema, Output>
  /** what is asked of this person before; where a required choice has nothing to choose from, there is no button */
  asks?: (context: QueryContext) => readonly BulkField[] | Promise<readonly BulkField[]>
  input: (id: string, given: BulkGiven, row: Row) => z.input<Schema>
  /** rows that it is not done with at all, and why: what has to be decided at the record itself */
  holds?: (context: QueryContext, ids: readonly string[], given: BulkGiven) => Promise<ReadonlyMap<string, AppError>>
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

export type BulkDeclaration<Schema extends z.ZodType = z.ZodType, Output = unknown, Row = unknown> =
  ByAction<Schema, Output, Row> | ByFile

const registry = declarations<BulkDeclaration>()

/** Declares what is done with the chosen rows of a list. Any area may add to any list; it goes with the module that lists it. */
export function defineBulk<Schema extends z.ZodType, Output, Row = unknown>(
  declaration: BulkDeclaration<Schema, Output, Row>,
): BulkDeclaration {
  // The action parses its input by its own schema before it is used; rows come from the list that it stands under.
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
