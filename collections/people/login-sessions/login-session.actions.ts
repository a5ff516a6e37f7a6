import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { endSessions, sidOf } from '@/src/mechanisms/sessions/sessions'
import { staffWhoSell } from '@/src/mechanisms/access/roles'

/**
 * Signs a person out everywhere: of the cabinet by whoever may change that person, of the panel by an
 * administrator. The session it is asked from stays. @throws AppError `access.denied` 403, `record.notFound` 404
 */
export const endPersonSessionsAction = defineAction({
  name: 'login-sessions.endAll',
  label: { ru: 'Завершены входы', en: 'Ended all sign-ins of' },
  input: z.object({ collection: z.enum(['users', 'staff']), id: z.uuid() }),
  may: staffWhoSell,
  run: async ({ req, actor, input: { collection, id } }): Promise<{ ended: number }> => {
    if (collection === 'staff' && actor.role !== 'admin') throw new AppError('access.denied', {}, { status: 403 })
    const [person] = await query(
      req,
      sql`select 1 from ${sql.raw(collection)} p where p.id = ${id} and ${accessOf(collection).sql(actor, 'update', 'p')} for update`,
    )
    if (!person) throw new AppError('record.notFound', {}, { status: 404 })
    const ended = await endSessions(req, collection, id, sidOf(req))
    await recordEvent(req, {
      type: `${collection}.sessionsEnded`,
      entity: collection,
      entityId: id,
      actor,
      internal: true,
      data: { ended },
    })
    return { ended }
  },
})
