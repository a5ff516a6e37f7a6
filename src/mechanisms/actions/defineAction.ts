import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { Actor } from '../access/actor'
import type { Role } from '../access/roles'
import type { RowOf } from '../database/tableOf'

export type ActionContext<Input, Entity extends string = string> = {
  req: PayloadRequest
  actor: Actor
  input: Input
  /** The locked row as the database has it (snake_case columns), when the action declares a lock. */
  row: RowOf<Entity>
}

/** One row of an entity; the input may say of which. */
export type Lock<Input, Entity extends string = string> = {
  entity: Entity | ((input: Input) => Entity)
  id: (input: Input) => string
  as?: 'read' | 'update'
}

/** A button pressed again sooner than this was pressed once. */
export const PRESS_SECONDS = 3

export const lockedEntity = <Input, Entity extends string>({ entity }: Lock<Input, Entity>, input: Input): Entity =>
  typeof entity === 'string' ? entity : entity(input)

export type ActionDeclaration<Schema extends z.ZodType, Output, Entity extends string = string> = {
  /** `entity.verb`: also its address under /api/actions and its name in the audit. */
  name: string
  /** What was done, as the journal of actions says it: «Оформлен заказ». */
  label: Text
  input: Schema
  /** Who may at all; the row's own access is checked under the lock. */
  may: readonly Role[]
  /** Locks one row of an entity for update, as the actor may read or update it. */
  lock?: Lock<z.output<Schema>, Entity>
  /** Rows that the action changes under locks of its own: the audit tells how each of them moved. */
  about?: { entity: string; ids: (input: z.output<Schema>, actor: Actor) => readonly string[] }
  /** The answer holds a secret that is told once: it is not kept for a repeated call. */
  secret?: boolean
  /** Seconds within which the same call of the same person is one press of theirs and gets the first one's answer: for what would be done twice by a button pressed twice. */
  pressSeconds?: number | ((input: z.output<Schema>) => number | undefined)
  /** Whether the action can be called over HTTP by its name (default: yes). */
  remote?: boolean
  run: (context: ActionContext<z.output<Schema>, Entity>) => Promise<Output>
}

const registry = declarations<ActionDeclaration<z.ZodType, unknown>>()

/**
 * Declares a verb that changes something. A cabinet form, a REST call, a button in the panel and a
 * job all run it the same way: typed input, acting user, transaction, row lock, audit.
 */
export function defineAction<Schema extends z.ZodType, Output, const Entity extends string = string>(
  declaration: ActionDeclaration<Schema, Output, Entity>,
): ActionDeclaration<Schema, Output> {
  // The registry forgets the types; `runAction` parses the input by the schema before it is used.
  registry.set(declaration.name, declaration as unknown as ActionDeclaration<z.ZodType, unknown>)
  return declaration as unknown as ActionDeclaration<Schema, Output>
}

export const declaredActions = (): readonly ActionDeclaration<z.ZodType, unknown>[] => [...registry.values()]
export const actionNamed = (name: string): ActionDeclaration<z.ZodType, unknown> | undefined => registry.get(name)
