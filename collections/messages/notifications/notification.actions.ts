import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { idIs } from '@/src/mechanisms/database/ids'
import { execute, query } from '@/src/mechanisms/database/query'
import { publishLive } from '@/src/mechanisms/live/hub'
import { everyone } from '@/src/mechanisms/access/roles'

/** Where a notification leads, without the place on the page. */
const leadsTo = (path: string): SQL => sql`split_part(split_part(n.link, '#', 1), '?', 1) = ${path}`

/** Whether something unread leads to this page of the cabinet. */
export async function isNewsOf(req: PayloadRequest, actor: Actor, path: string): Promise<boolean> {
  const rows = await query(req, sql`select 1 from notifications n where n.read_at is null and ${accessOf('notifications').sql(actor, 'read', 'n')} and ${leadsTo(path)} limit 1`)
  return rows.length > 0
}

/** Marks one notification, those of one page, or all of the person's, as read. Their other windows hear of it. */
export const readNotifications = defineAction({
  name: 'notifications.read',
  label: { ru: 'Прочитаны уведомления', en: 'Read notifications' },
  input: z.object({ id: z.uuid().optional(), link: z.string().max(500).optional() }),
  may: everyone,
  run: async ({ req, actor, input: { id, link } }) => {
    const marked = await execute(
      req,
      sql`update notifications n set read_at = now() where n.read_at is null and ${accessOf('notifications').sql(actor, 'read', 'n')}
          and ${id ? idIs(sql`n.id`, id) : sql`true`} and ${link === undefined ? sql`true` : leadsTo(link)}`,
    )
    if (marked > 0) await publishLive(req, { user: `${actor.collection}:${actor.id}`, kind: 'notification' })
    return { marked }
  },
})
