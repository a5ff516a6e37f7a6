import type { PayloadRequest } from 'payload'
import type { Locale } from '@/src/lib/i18n'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { actorOf, type Actor } from './actor'
import { accessOf } from './defineAccess'

/**
 * For whom a page reads: the request, the person, and the company chosen in the switcher (none means
 * every company the person may see). Every query takes it first. `locale` matters only where a query words something.
 */
export type QueryContext = { req: PayloadRequest; actor: Actor; company?: string | null; locale?: Locale }

/** The context of a request; `company` is what the switcher says, trusted no further than access allows. */
export async function contextOf(req: PayloadRequest, company?: string | null): Promise<QueryContext> {
  return { req, actor: await actorOf(req), company: company ?? null }
}

/** Rows of the entity that the person may read, narrowed to the chosen company, as a condition on alias `row`. */
export function readable(context: QueryContext, entity: string, row: string, companyColumn = 'company_id'): SQL {
  const scope = accessOf(entity).sql(context.actor, 'read', row)
  if (!context.company) return scope
  return sql`(${scope} and ${sql.raw(`${row}.${companyColumn}`)} = ${context.company})`
}
