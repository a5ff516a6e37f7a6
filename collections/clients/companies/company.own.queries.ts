import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '@/src/mechanisms/database/query'

/** A company in which a cabinet user may work, as the switcher shows it; `partner` of a sub-client: their own one that it is of. */
export type OwnCompany = { id: string; name: string; inn: string | null; status: string; partner: string | null }

/** Sub-clients that a switcher offers; a partner of more finds the rest in lists. */
const SUBCLIENTS = 300

/** Companies of a cabinet user's active memberships, by name, then sub-clients of these for a partner; what they may do there is not asked. */
export function companiesOf(runner: Runner, user: string): Promise<OwnCompany[]> {
  return query<OwnCompany>(
    runner,
    sql`with own as (select m.company_id as id from memberships m where m.user_id = ${user} and m.active)
        (select c.id::text, c.name, c.inn, c.status::text, null as partner from companies c
         where c.id in (select id from own) order by c.name collate "ru-x-icu", c.id)
        union all
        (select c.id::text, c.name, c.inn, c.status::text, c.partner_id::text as partner from companies c
         where c.partner_id in (select id from own) and c.id not in (select id from own)
           and exists (select 1 from users u where u.id = ${user} and u.kind = 'partner')
         order by c.name collate "ru-x-icu", c.id limit ${SUBCLIENTS})`,
  )
}
