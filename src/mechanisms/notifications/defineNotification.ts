import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { Runner } from '../database/query'
import type { EventType, EventTypes } from '../events/defineEvents'
import { moduleOfEntity, moduleOfPart } from '../modules/defineModule'
import { modulesOff } from '../modules/switches'
import type { Audience } from './defineAudience'
import type { Channel } from './defineChannel'
import type { NotifiedEvent } from './notifiedEvent'

export type { NotifiedEvent } from './notifiedEvent'

export type NotificationDeclaration<Type extends string = string, Data = Record<string, unknown>> = {
  event: Type
  /** Tells declarations of one event apart: `client`, `manager`. */
  key: string
  /** Whom it concerns: `companyPeople({ needs: 'orders.read' })`. */
  to: Audience<Data>
  /** Whether it concerns these people at all; by default always. */
  when?: (event: NotifiedEvent<Data>) => boolean
  channels: readonly Channel[]
  /** ICU messages over the event's data. */
  title: Text
  body?: Text
  /** Where the person is taken: a path of the cabinet or of the panel. */
  link?: (event: NotifiedEvent<Data>) => string
  button?: Text
  /** Nobody is told of what they did themselves, unless this says so. */
  tellsAuthor?: boolean
}

const registry = declarations<NotificationDeclaration[]>()

/** Declares who hears of an event, through which channels and in which words. */
export function defineNotification<Type extends EventType>(
  told: NotificationDeclaration<Type, EventTypes[Type]>,
): NotificationDeclaration {
  // The registry forgets the type of the data; it comes back from the event's row as it was recorded.
  const declaration = told as unknown as NotificationDeclaration
  const others = (registry.get(declaration.event) ?? []).filter(({ key }) => key !== declaration.key)
  registry.set(declaration.event, [...others, declaration])
  return declaration
}

/** Of the notifications of an event those that are told now: the area that declares it and that of the record are on. */
export async function enabledNotifications(
  runner: Runner,
  event: Pick<NotifiedEvent, 'type' | 'entity'>,
): Promise<readonly NotificationDeclaration[]> {
  const off = await modulesOff(runner)
  if (off.has(moduleOfEntity(event.entity) ?? '')) return []
  return notificationsFor(event.type).filter((declaration) => !off.has(moduleOfPart(declaration) ?? ''))
}

export const declaredNotifications = (): readonly NotificationDeclaration[] => [...registry.values()].flat()
export const notificationsFor = (event: string): readonly NotificationDeclaration[] => registry.get(event) ?? []
