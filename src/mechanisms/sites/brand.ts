import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'

/** How a site presents itself: its name, the hue of its accents (0–360) and the address of its logo. */
export type Brand = { name: string; hue: number; logo: string | null }

const nameless: Brand = { name: 'Kabinet', hue: 262, logo: null }

/** The brand of the site that a host name chooses; without one, or where no site has it, of the default site. */
export async function brandFor(runner: Runner, host: string | null = null): Promise<Brand> {
  const [row] = await query<Brand>(
    runner,
    sql`select s.name, coalesce(s.hue, ${nameless.hue})::int as hue, m.url as logo from sites s left join media m on m.id = s.logo_id
        order by exists (select 1 from sites_texts t where t.parent_id = s.id and t.path = 'hosts' and t.text = ${host ?? ''}) desc, s.is_default desc nulls last limit 1`,
  )
  return row ?? nameless
}
