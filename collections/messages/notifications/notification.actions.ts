import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { idIs } from '@/src/mechanisms/database/ids'
import { execute } from '@/src/mechanisms/database/query'
import { publishLive } from '@/src/mechanisms/live/hub'
import { everyone } from '@/src/mechanisms/access/roles'
import { leadsTo } from './notification.queries'

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
