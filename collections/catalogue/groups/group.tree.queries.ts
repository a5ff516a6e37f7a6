import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'

/** A section as its editor sees it; goods are those that lie in it, hidden ones as well, and of these the shown ones. */
export type GroupRow = {
  id: string
  name: string
  slug: string
  parent: string | null
  shown: boolean
  hidden: boolean
  externalId: string | null
  overrides: unknown
  goods: number
  shownGoods: number
}

/** All sections in the order of the catalogue, hidden and empty ones too, by one statement. */
export const groupRows = (context: QueryContext): Promise<GroupRow[]> =>
  query<GroupRow>(
    context.req,
    sql`select g.id::text, g.name, g.slug, g.parent_id::text as parent, coalesce(g.active, false) as shown, coalesce(g.hidden_by_hand, false) as hidden,
               g.external_id as "externalId", g.overrides, coalesce(c.goods, 0)::int as goods, coalesce(c.shown, 0)::int as "shownGoods"
        from groups g left join (
          select p.group_id, count(*) as goods, count(*) filter (where p.active) as shown from products p
          where ${readable(context, 'products', 'p')} group by p.group_id
        ) c on c.group_id = g.id
        where ${readable(context, 'groups', 'g')} order by g.sort nulls last, search_fold(g.name), g.id`,
  )
