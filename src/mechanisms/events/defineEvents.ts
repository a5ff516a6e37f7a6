import type { PayloadRequest } from 'payload'
import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'

/**
 * Types of events that somebody declares, each with what its `data` holds: the declaration adds them here, so that an
 * event without one, or with other data, does not compile.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where events are declared
export interface EventTypes {}
export type EventType = keyof EventTypes

/** Events whose data is exactly this: what a mechanism may record with data of its own making. */
export type EventsHolding<Data> = {
  [Type in EventType]: [EventTypes[Type], Data] extends [Data, EventTypes[Type]] ? Type : never
}[EventType]

declare const held: unique symbol
/** A type that a declaration carries; nothing of it is there at run time. */
export type Shape<Data> = { readonly [held]?: Data }
/** What an event's `data` holds: `data: shape<{ number: string }>()`. */
export const shape = <Data extends object>(): Shape<Data> => ({})

type NoData = Record<string, never>

export type EventDeclaration = {
  /** What has happened, as the journals and the record's own history say it. */
  label: Text
  /** People of the cabinet read it in the history of the record. */
  history?: boolean
  /** What its `data` holds; an event without it holds none. */
  data?: Shape<object>
  /** It is news for the ERP: a row of the change feed is written in the transaction of the change itself. */
  feed?: true | Feed
}

export type Feed = {
  /** What the record itself keeps of a change that people made here: that 1C has not heard of it yet. */
  noted: (req: PayloadRequest, entityId: string) => Promise<void>
}

/** The types that a set of declarations holds, for `EventTypes`. */
export type TypesOf<Events> = {
  [Type in keyof Events]: Events[Type] extends { data: Shape<infer Data> } ? Data : NoData
}

const registry = declarations<EventDeclaration>()

/**
 * Declares what may happen to records of an area, by type: `entity.verb` in the past tense. The area's module lists the
 * result among its parts; below it stands `interface EventTypes extends TypesOf<typeof events> {}` in
 * `declare module '@/src/mechanisms/events/defineEvents'`.
 */
export function defineEvents<const Events extends Record<string, EventDeclaration>>(events: Events): Events {
  for (const [type, declaration] of Object.entries(events)) registry.set(type, declaration)
  return events
}

/** Every declared event with its declaration. */
export const declaredEvents = (): ReadonlyMap<string, EventDeclaration> => registry
