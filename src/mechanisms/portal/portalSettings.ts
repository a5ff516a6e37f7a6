import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'
import { remembered } from '../database/remembered'
import { FORM_CURRENCY } from '../fields/numbers'
import { daysOff, type ShippingDays } from './shippingDays'

export type PortalSettings = {
  showStock: 'exact' | 'words'
  /** Thousandths of a unit under which stock is called low. */
  lowStock: number
  overdueBlocksOrders: boolean
  /** How many days before its due date a scheduled payment is reminded of. */
  remindDays: number
  /** Of a record whose sender names none; null: such a record is refused. */
  currency: string | null
}

const DECLARED: PortalSettings = { showStock: 'exact', lowStock: 200_000, overdueBlocksOrders: true, remindDays: 3, currency: FORM_CURRENCY }

/** `currency` of the settings as an SQL expression, for statements that fill it in below. */
export const PORTAL_CURRENCY = `(select case when count(*) = 0 then '${DECLARED.currency}' else max(nullif(currency, '')) end from portal_settings)`

const settings = remembered('portal-settings', { freshMs: 2_000, read })

/**
 * What an administrator has set for the whole portal; the declared defaults until they have. Every page with a
 * price or a stock on it asks, often several times: the answer is at most two seconds old.
 */
export const portalSettingsOf = (runner: Runner): Promise<PortalSettings> => settings.get(runner)

/** Called by the global's hook, so that the process that changed the settings sees it at once. */
export const forgetPortalSettings = settings.forget

async function read(runner: Runner): Promise<PortalSettings> {
  const [row] = await query<PortalSettings>(
    runner,
    sql`select coalesce(show_stock::text, 'exact') as "showStock", coalesce(low_stock, 200000)::float8 as "lowStock",
               coalesce(overdue_blocks_orders, true) as "overdueBlocksOrders", coalesce(remind_days, 3)::int as "remindDays", nullif(currency, '') as currency
        from portal_settings limit 1`,
  )
  return row ?? DECLARED
}

/** On which days goods are handed out; weekdays until an administrator says otherwise. */
export async function shippingDaysOf(runner: Runner): Promise<ShippingDays> {
  const [row] = await query<{ saturday: boolean; sunday: boolean; off: string | null }>(
    runner,
    sql`select coalesce(ships_saturday, false) as saturday, coalesce(ships_sunday, false) as sunday, shipping_days_off as off from portal_settings limit 1`,
  )
  return { saturday: row?.saturday ?? false, sunday: row?.sunday ?? false, off: daysOff(row?.off) }
}
