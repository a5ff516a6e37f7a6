import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { say } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { inTransaction } from '../database/transaction'
import { defineJob } from '../jobs/defineJob'
import { enqueue } from '../jobs/enqueue'
import { publishLive } from '../live/hub'
import { notificationsFor, toldOf, type NotificationDeclaration, type NotifiedEvent } from './defineNotification'
import { mailJob } from './mail'
import { recipientsOf, type Recipient } from './recipients'

export const isAnnounced = (event: string): boolean => notificationsFor(event).length > 0

/**
 * Turns one event into feed rows and letters. A row is unique by (event, declaration, person), so
 * running twice tells nobody twice; the letter is queued in the transaction that wrote the row.
 */
export const notifyJob = defineJob<{ event: string }>({
  name: 'notifications.deliver',
  label: { ru: 'Разослать уведомления', en: 'Deliver notifications' },
  lane: 'default',
  handler: async ({ event: id }, { req }) => {
    const event = await loadEvent(req, id)
    if (!event) return
    const told = await toldOf(req, event)
    const silent = notificationsFor(event.type).length - told.length
    if (silent > 0) logger.info({ event: event.type, notifications: silent }, 'notifications were dropped: their module is off')
    for (const declaration of told) {
      if (declaration.when && !declaration.when(event)) continue
      for (const recipient of await recipientsOf(req, declaration.to, event)) {
        // It may have become the staff's own since it was recorded.
        if (event.internal && recipient.collection === 'users') continue
        if (!declaration.tellsAuthor && isAuthor(event, recipient)) continue
        await inTransaction(req, () => tell(req, event, declaration, recipient))
      }
    }
  },
})

async function tell(
  req: PayloadRequest,
  event: NotifiedEvent,
  declaration: NotificationDeclaration,
  recipient: Recipient,
): Promise<void> {
  const words = (text?: { ru: string; en: string }): string | null =>
    text ? say(text, recipient.locale, event.data as Record<string, string | number>) : null
  const [row] = await query<{ id: string }>(
    req,
    sql`insert into notifications (event_id, key, user_id, staff_id, company_id, title, body, link, in_feed, created_at, updated_at)
        values (${event.id}, ${declaration.key},
                ${recipient.collection === 'users' ? recipient.id : null}, ${recipient.collection === 'staff' ? recipient.id : null},
                ${event.company}, ${words(declaration.title)}, ${words(declaration.body)}, ${declaration.link?.(event) ?? null},
                ${declaration.channels.includes('feed')}, now(), now())
        on conflict do nothing returning id::text`,
  )
  if (!row) return
  if (declaration.channels.includes('mail')) await enqueue(req, mailJob, { notification: row.id })
  await publishLive(req, { user: `${recipient.collection}:${recipient.id}`, kind: 'notification', id: row.id })
}

const isAuthor = (event: NotifiedEvent, recipient: Recipient): boolean =>
  event.actor.collection === recipient.collection && event.actor.id === recipient.id

async function loadEvent(req: PayloadRequest, id: string): Promise<(NotifiedEvent & { internal: boolean }) | null> {
  const [row] = await query<Omit<NotifiedEvent, 'actor'> & { internal: boolean; actor_collection: string | null; actor_id: string | null; actor_name: string }>(
    req,
    sql`select id::text, type, entity, entity_id as "entityId", company_id::text as company, data, coalesce(internal, false) as internal,
               created_at as "createdAt", actor_collection, actor_id, coalesce(actor_name, '') as actor_name
        from events where ${idIs(sql`id`, id)}`,
  )
  if (!row) return null
  const { actor_collection, actor_id, actor_name, ...event } = row
  return { ...event, actor: { collection: actor_collection, id: actor_id, name: actor_name } }
}
