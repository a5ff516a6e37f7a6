import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { idIs } from '@/src/mechanisms/database/ids'
import { execute } from '@/src/mechanisms/database/query'
import { publishLive } from '@/src/mechanisms/live/hub'

/** Marks one notification, or all of the person's, as read. Their other windows hear of it. */
export const readNotifications = defineAction({
  name: 'notifications.read',
  input: z.object({ id: z.uuid().optional() }),
  may: ['client', 'partner', 'employee', 'admin', 'manager', 'head', 'accountant', 'editor'],
  run: async ({ req, actor, input: { id } }) => {
    const marked = await execute(
      req,
      sql`update notifications n set read_at = now() where n.read_at is null and ${accessOf('notifications').sql(actor, 'read', 'n')}
          and ${id ? idIs(sql`n.id`, id) : sql`true`}`,
    )
    if (marked > 0) await publishLive(req, { user: `${actor.collection}:${actor.id}`, kind: 'notification' })
    return { marked }
  },
})
