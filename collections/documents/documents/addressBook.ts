import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '@/src/mechanisms/database/query'

/** An address that a client's documents may be sent to; `byDefault`: unless somebody chooses. */
export type Addressee = { email: string; name: string; locale: string; byDefault: boolean }

/**
 * Addresses of a client that the portal knows: people who see documents, contacts of 1C and of managers, the company's
 * own. By default letters go to the people, or to the company where there are none.
 */
export async function addressBook(runner: Runner, company: string): Promise<Addressee[]> {
  const rows = await query<Omit<Addressee, 'byDefault'> & { rank: number }>(
    runner,
    sql`select distinct on (lower(email)) email, name, locale, rank from (
          select u.email, u.name, coalesce(u.locale::text, 'ru') as locale, 1 as rank from memberships m join users u on u.id = m.user_id and u.active
            join portal_roles_capabilities c on c.parent_id = m.portal_role_id and c.value::text = 'documents.read'
            where m.company_id = ${company}::uuid and m.active
          union all
          select k.email, concat_ws(', ', k.name, nullif(k.position, '')), 'ru', 2 from contacts k
            where k.company_id = ${company}::uuid and k.removed is not true and k.email <> ''
          union all
          select c.email, c.name, 'ru', 3 from companies c where c.id = ${company}::uuid and c.email <> '') known
        order by lower(email), rank`,
  )
  const first = rows.some(({ rank }) => rank === 1) ? 1 : 3
  return rows
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank, ...addressee }) => ({ ...addressee, byDefault: rank === first }))
}
