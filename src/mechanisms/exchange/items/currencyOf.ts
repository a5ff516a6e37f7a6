import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError } from '@/src/lib/errors'
import { query } from '../../database/query'
import { portalSettingsOf } from '../../portal/portalSettings'
import type { ItemContext } from './defineResource'

/** A record whose currency a new one takes over; without an id it is not told. */
type Alike = readonly [table: string, id: string | null | undefined]

/**
 * The currency of an item that names none: what is stored for it, else that of the first of the records that it hangs
 * on, else the one that the portal's settings name. Columns have a default, which nobody has said: it is never relied on.
 *
 * @throws AppError `exchange.currencyNeeded` 422 when the settings name none either
 */
export async function currencyOf(
  context: ItemContext,
  table: string,
  externalId: string,
  alike: readonly Alike[] = [],
): Promise<string> {
  const [stored] = await query<{ currency: string }>(
    context.req,
    sql`select currency from ${sql.identifier(table)} where external_id = ${externalId}`,
  )
  if (stored) return stored.currency
  for (const [other, id] of alike) {
    const currency = id ? await currencyOfRow(context, other, id) : null
    if (currency) return currency
  }
  const { currency } = await portalSettingsOf(context.req)
  if (!currency) throw new AppError('exchange.currencyNeeded', {}, { status: 422, field: 'currency' })
  return currency
}

/** Asked once for a batch. */
async function currencyOfRow({ req, found }: ItemContext, table: string, id: string): Promise<string | null> {
  const key = `currency ${table} ${id}`
  const known = found.get(key)
  if (known) return known
  const [row] = await query<{ currency: string | null }>(
    req,
    sql`select currency from ${sql.identifier(table)} where id = ${id}`,
  )
  if (row?.currency) found.set(key, row.currency)
  return row?.currency ?? null
}
