import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Endpoint } from 'payload'
import { isInn } from '@/src/lib/checks'
import { actorOf, isStaff } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { refusalResponse } from '@/src/mechanisms/actions/errorResponse'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'

export type Twins = { known: Array<{ id: string; name: string }>; others: number }

/**
 * `GET /api/companies/twins?inn=&id=`: clients with the same ИНН, for whoever types one into a client. Those of the person's own
 * scope by name; of the others it is said that there are any.
 */
export const twinsEndpoint: Endpoint = {
  path: '/twins',
  method: 'get',
  handler: async (req) => {
    const actor = await actorOf(req)
    if (!isStaff(actor) || accessOf('companies').where(actor, 'update') === false)
      return refusalResponse(req, 'access.denied', actor.role === 'anonymous' ? 401 : 403)
    const asked = new URL(req.url ?? '', 'http://portal.invalid').searchParams
    const inn = asked.get('inn') ?? ''
    const rows = isInn(inn)
      ? await query<{ id: string; name: string; mine: boolean }>(
          req,
          sql`select c.id::text, c.name, ${accessOf('companies').sql(actor, 'read', 'c')} as mine from companies c
              where c.inn = ${inn} and not ${idIs(sql`c.id`, asked.get('id'))} order by c.name limit 20`,
        )
      : []
    const known = rows.filter(({ mine }) => mine).map(({ id, name }) => ({ id, name }))
    return Response.json({ known, others: rows.length - known.length } satisfies Twins)
  },
}
