import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'

export type PriceType = { id: string; name: string; currency: string; vatIncluded: boolean }
/** `own`: the prices a company buys at; `retail`: what it is compared with, when it is another type. */
export type PriceTypes = { own: PriceType | null; retail: PriceType | null }

export type PriceTypeRow = PriceType & { place: 'own' | 'retail' }

/**
 * Rows of `priceTypesOf`, as a select.
 */
export const priceTypeRows = (company: string | null | undefined, may: SQL = sql`true`): SQL =>
  sql`(select 'own' as place, t.id::text, t.name, t.currency, t.vat_included as "vatIncluded"
         from (select 1) one
         left join companies c on ${idIs(sql`c.id`, company)} and ${may}
         left join sites s on s.is_default
         join price_types t on t.active and t.id = coalesce(c.price_type_id, s.price_type_id, (select b.id from price_types b where b.active and b.base order by b.name limit 1))
         limit 1)
        union all
        (select 'retail', t.id::text, t.name, t.currency, t.vat_included from price_types t
         where t.active and t.retail order by t.name limit 1)`

/**
 * Price types for a company: its own, else the site's, else the base one. A product without a price of
 * that type has no price here, nor has anything when that type was taken away: another client's price is never shown instead. With `may`, a condition on `companies c`,
 * a company that does not meet it counts as none.
 */
export async function priceTypesOf(
  runner: Runner,
  company: string | null | undefined,
  may: SQL = sql`true`,
): Promise<PriceTypes> {
  return priceTypesIn(await query<PriceTypeRow>(runner, priceTypeRows(company, may)))
}

export function priceTypesIn(rows: readonly PriceTypeRow[]): PriceTypes {
  const own = rows.find(({ place }) => place === 'own') ?? null
  const retail = rows.find(({ place }) => place === 'retail') ?? null
  return { own, retail: retail && retail.id !== own?.id ? retail : null }
}
