import type { Text } from '@/src/lib/i18n'

/** Types of events that somebody declares: the declaration adds them here, so that an event without one does not compile. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where events are declared
export interface EventTypes {}
export type EventType = keyof EventTypes

export type EventDeclaration = {
  /** What has happened, as the journals and the record's own history say it. */
  label: Text
  /** People of the cabinet read it in the history of the record. */
  history?: boolean
}

/** The types that a set of declarations holds, for `EventTypes`. */
export type TypesOf<Events> = { [Type in keyof Events]: true }

const registry = new Map<string, EventDeclaration>()

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
