import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import { companyManager } from '../notifications/audiences/companyManager'
import { companyPeople } from '../notifications/audiences/companyPeople'
import {
  defineNotification,
  type NotificationDeclaration,
  type NotifiedEvent,
} from '../notifications/defineNotification'
import type { CommentData } from './writeComment'
import { pageOfEvent, panelPageOfEvent, type RecordDeclaration } from '../records/defineRecord'

type Said = NotifiedEvent<CommentData>

const talks = declarations<{ one: Text; name: string }>()

/** Whether people may write at records of this entity. */
export const isTalkedAt = (entity: string): boolean => talks.has(entity)
export const declaredTalks = (): readonly string[] => [...talks.keys()]
/** What a record of the entity is called in a sentence: «заказ». */
export const talkName = (entity: string): Text => talks.get(entity)?.one ?? { ru: entity, en: entity }
/** The column by whose value people call a record of it. */
export const talkColumn = (entity: string): string => talks.get(entity)?.name ?? 'number'

/**
 * Opens records to correspondence: each is of a company, and has a number in its table or, in `name`, another column that
 * people call it by. A message goes to the other side: to
 * the client's people who may read of the record, or to the manager; `one` is what it is called to them: «заказ». The
 * area's module lists the notifications among its parts. @throws Error where nobody of a client may read of the record
 */
export function defineTalk(
  { entity, needs }: Pick<RecordDeclaration, 'entity' | 'needs'>,
  one: Text,
  name = 'number',
): NotificationDeclaration[] {
  if (!needs) throw new Error(`Nobody of a client reads of ${entity}`)
  talks.set(entity, { one, name })
  const said = {
    event: 'comment.added',
    channels: ['feed', 'mail'],
    title: { ru: `{author}: ${one.ru} {number}`, en: `{author}: ${one.en} {number}` },
    body: { ru: '{text}', en: '{text}' },
    button: { ru: 'Ответить', en: 'Reply' },
  } as const
  const isHere = (event: Said): boolean => event.entity === entity
  return [
    defineNotification({
      ...said,
      key: `client-${entity}`,
      to: companyPeople({ needs }),
      when: (event) => isHere(event) && isOpenToClient(event),
      link: pageOfEvent,
    }),
    defineNotification({
      ...said,
      key: `manager-${entity}`,
      to: companyManager(),
      when: isHere,
      link: panelPageOfEvent,
    }),
  ]
}

const isOpenToClient = ({ data, actor }: Said): boolean =>
  actor.collection !== 'users' && data.side !== 'client' && !data.internal
