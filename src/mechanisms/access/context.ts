import type { PayloadRequest } from 'payload'
import type { Locale } from '@/src/lib/i18n'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { brandFor } from '../sites/brand'
import { actorOf, type Actor } from './actor'
import { list } from '../database/query'
import { accessOf } from './defineAccess'
import { subclientsOf } from './scopes'

/**
 * For whom a page reads: the request, the person, the company chosen in the switcher (none means every company the person
 * may see), and the site that the host name chooses (its id; null where nobody came by one). Every query takes it first.
 * `locale` matters only where a query words something.
 */
export type QueryContext = {
  req: PayloadRequest
  actor: Actor
  company?: string | null
  /** The partner's own company, where the chosen one is its sub-client. */
  via?: string | null
  /** The chosen company's sub-clients are read beside it: lists of a partner. */
  subclients?: boolean
  site?: string | null
  locale?: Locale
}

/** The context of a request; `company` is what the switcher says, trusted no further than access allows. */
export async function contextOf(
  req: PayloadRequest,
  company?: string | null,
  via?: string | null,
): Promise<QueryContext> {
  const host = req.headers.get('host')
  const site = host ? (await brandFor(req, host)).site : null
  return { req, actor: await actorOf(req), company: company ?? null, via: via ?? null, site }
}

/** Rows of the entity that the person may read, narrowed to the chosen company, as a condition on alias `row`. */
export function readable(context: QueryContext, entity: string, row: string, companyColumn = 'company_id'): SQL {
  const scope = accessOf(entity).sql(context.actor, 'read', row)
  if (!context.company) return scope
  const of = sql.raw(`${row}.${companyColumn}`)
  if (!context.subclients) return sql`(${scope} and ${of} = ${context.company})`
  return sql`(${scope} and ${of} = any(array(${subclientsOf(list([context.company], 'uuid'))}) || ${context.company}::uuid))`
}
