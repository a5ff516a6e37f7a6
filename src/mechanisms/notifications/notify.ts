import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { say, type Text } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { inTransaction } from '../database/transaction'
import { eventParams } from '../events/eventParams'
import { defineJob } from '../jobs/defineJob'
import { enqueue } from '../jobs/enqueue'
import { recipientsOf } from './defineAudience'
import { channelNamed, deliverMessage, type Message } from './defineChannel'
import {
  notificationsFor,
  enabledNotifications,
  type NotificationDeclaration,
  type NotifiedEvent,
} from './defineNotification'
import { letterLabels } from './letter.labels'
import type { Recipient } from './recipient'

export const isAnnounced = (event: string): boolean => notificationsFor(event).length > 0

/**
 * Turns one event into notifications and gives them to their channels. A row is unique by (event, declaration, person),
 * so running twice tells nobody twice; what leaves the portal is queued in the transaction that wrote the row.
 */
export const notifyJob = defineJob<{ event: string }>({
  name: 'notifications.deliver',
  label: { ru: 'Разослать уведомления', en: 'Deliver notifications' },
  lane: 'default',
  handler: async ({ event: id }, { req }) => {
    const event = await loadEvent(req, id)
    if (!event) return
    const told = await enabledNotifications(req, event)
    const silent = notificationsFor(event.type).length - told.length
    if (silent > 0)
      logger.info({ event: event.type, notifications: silent }, 'notifications were dropped: their module is off')
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
  const channels = declaration.channels.map(channelNamed)
  const words = (text: Text): string => say(text, recipient.locale, eventParams(event.data, recipient.locale))
  const [title, body] = [words(declaration.title), declaration.body ? words(declaration.body) : null]
  const link = declaration.link?.(event) ?? null
  const [row] = await query<{ id: string }>(
    req,
    sql`insert into notifications (event_id, key, user_id, staff_id, company_id, title, body, link, in_feed, created_at, updated_at)
        values (${event.id}, ${declaration.key},
                ${recipient.collection === 'users' ? recipient.id : null}, ${recipient.collection === 'staff' ? recipient.id : null},
                ${event.company}, ${title}, ${body}, ${link}, ${channels.some(({ inFeed }) => inFeed)}, now(), now())
        on conflict do nothing returning id::text`,
  )
  if (!row) return
  const message: Message = {
    id: row.id,
    title,
    body,
    link,
    button: say(declaration.button ?? letterLabels.open, recipient.locale),
    company: recipient.collection === 'users' ? event.company : null,
  }
  for (const channel of channels) {
    if (channel.job) await enqueue(req, channel.job, { notification: row.id })
    else await deliverMessage(req, channel, message, recipient)
  }
}

const isAuthor = (event: NotifiedEvent, recipient: Recipient): boolean =>
  event.actor.collection === recipient.collection && event.actor.id === recipient.id

async function loadEvent(req: PayloadRequest, id: string): Promise<(NotifiedEvent & { internal: boolean }) | null> {
  const [row] = await query<
    Omit<NotifiedEvent, 'actor'> & {
      internal: boolean
      actor_collection: string | null
      actor_id: string | null
      actor_name: string
    }
  >(
    req,
    sql`select id::text, type, entity, entity_id as "entityId", company_id::text as company, site_id::text as site, data, coalesce(internal, false) as internal,
               created_at as "createdAt", actor_collection, actor_id, coalesce(actor_name, '') as actor_name
        from events where ${idIs(sql`id`, id)}`,
  )
  if (!row) return null
  const { actor_collection, actor_id, actor_name, ...event } = row
  return { ...event, actor: { collection: actor_collection, id: actor_id, name: actor_name } }
}
