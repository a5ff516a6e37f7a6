import type { Text } from '@/src/lib/i18n'
import type { Runner } from '../database/query'
import type { EventType } from '../events/defineEvents'
import { moduleOfEntity, moduleOfPart } from '../modules/defineModule'
import { modulesOff } from '../modules/switches'

export type Channel = 'feed' | 'mail'

/** The event as its notifications see it. */
export type NotifiedEvent = {
  id: string
  type: string
  entity: string
  entityId: string
  company: string | null
  data: Record<string, unknown>
  actor: { collection: string | null; id: string | null; name: string }
  createdAt: string
}

/**
 * Whom an event concerns: people of its company who hold a capability, the company's manager, one
 * named person, or everyone of the staff with a role.
 */
export type Audience =
  | { company: true; needs?: string }
  | { manager: true }
  | { person: (event: NotifiedEvent) => { collection: 'users' | 'staff'; id: string } | null }
  | { staff: readonly string[] }

export type NotificationDeclaration = {
  event: EventType
  /** Tells declarations of one event apart: `client`, `manager`. */
  key: string
  to: Audience
  /** Whether it concerns these people at all; by default always. */
  when?: (event: NotifiedEvent) => boolean
  channels: readonly Channel[]
  /** ICU messages over the event's data. */
  title: Text
  body?: Text
  /** Where the person is taken: a path of the cabinet or of the panel. */
  link?: (event: NotifiedEvent) => string
  button?: Text
  /** Nobody is told of what they did themselves, unless this says so. */
  tellsAuthor?: boolean
}

const registry = new Map<string, NotificationDeclaration[]>()

/** Declares who hears of an event, through which channels and in which words. */
export function defineNotification(declaration: NotificationDeclaration): NotificationDeclaration {
  const others = (registry.get(declaration.event) ?? []).filter(({ key }) => key !== declaration.key)
  registry.set(declaration.event, [...others, declaration])
  return declaration
}

/** Of the notifications of an event those that are told now: the area that declares it and that of the record are on. */
export async function toldOf(runner: Runner, event: Pick<NotifiedEvent, 'type' | 'entity'>): Promise<readonly NotificationDeclaration[]> {
  const off = await modulesOff(runner)
  if (off.has(moduleOfEntity(event.entity) ?? '')) return []
  return notificationsFor(event.type).filter((declaration) => !off.has(moduleOfPart(declaration) ?? ''))
}

export const declaredNotifications = (): readonly NotificationDeclaration[] => [...registry.values()].flat()
export const notificationsFor = (event: string): readonly NotificationDeclaration[] => registry.get(event) ?? []
