import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'

export type Brand = { name: string; hue: number; logo: string | null }

/** The site that a host name chooses, else the default one. */
export async function brandOf(runner: Runner, host: string | null): Promise<Brand> {
  const [row] = await query<Brand>(
    runner,
    sql`select s.name, coalesce(s.hue, 262)::int as hue, m.url as logo from sites s left join media m on m.id = s.logo_id
        order by exists (select 1 from sites_texts t where t.parent_id = s.id and t.path = 'hosts' and t.text = ${host ?? ''}) desc, s.is_default desc nulls last limit 1`,
  )
  return row ?? { name: 'Kabinet', hue: 262, logo: null }
}

/** When the ERP last brought something through, ISO; null before the first time. */
export async function lastExchange(runner: Runner): Promise<string | null> {
  const [row] = await query<{ at: string | null }>(runner, sql`select max(finished_at) as at from exchange_runs where status in ('done', 'partial')`)
  return row?.at ? new Date(row.at).toISOString() : null
}

/** Positions in the person's cart for a company. */
export async function cartCount(runner: Runner, user: string, company: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    runner,
    sql`select count(l.id)::int as count from carts c join cart_lines l on l.cart_id = c.id where ${idIs(sql`c.user_id`, user)} and ${idIs(sql`c.company_id`, company)}`,
  )
  return row?.count ?? 0
}
