import { sql } from '@payloadcms/db-postgres/drizzle'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { query } from '@/src/mechanisms/database/query'

export type SavedViewRow = {
  id: string
  name: string
  /** address of the list without what leads to a page of it */
  search: string
  look: string | null
  /** the company that it is shown to; null while it is one's own */
  company: string | null
}

/** Views of a list that the person sees: their own, and those shown to the chosen company (or to any of theirs). */
export const savedViews = ({ req, actor, company }: QueryContext, list: string): Promise<SavedViewRow[]> =>
  query<SavedViewRow>(
    req,
    sql`select v.id::text, v.name, coalesce(v.search, '') as search, v.look, v.company_id::text as company from list_views v
        where v.list = ${list} and ${accessOf('list-views').sql(actor, 'read', 'v')}
          and (v.company_id is null or v.company_id = coalesce(${company ?? null}::uuid, v.company_id))
        order by v.company_id is not null, v.created_at, v.id limit 200`,
  )
