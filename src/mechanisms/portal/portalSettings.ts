import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'
import { portalCache } from '../database/portalCache'
import { FORM_CURRENCY } from '../fields/numbers'

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

const DECLARED: PortalSettings = {
  showStock: 'exact',
  lowStock: 200_000,
  overdueBlocksOrders: true,
  remindDays: 3,
  currency: FORM_CURRENCY,
}

/** `currency` of the settings as an SQL expression, for statements that fill it in below. */
export const PORTAL_CURRENCY = `(select case when count(*) = 0 then '${DECLARED.currency}' else max(nullif(currency, '')) end from portal_settings)`

const settings = portalCache('portal-settings', {
  freshMs: 2_000,
  value:
    () => sql`(select jsonb_build_object('showStock', coalesce(show_stock::text, 'exact'), 'lowStock', coalesce(low_stock, 200000)::float8,
      'overdueBlocksOrders', coalesce(overdue_blocks_orders, true), 'remindDays', coalesce(remind_days, 3)::int, 'currency', nullif(currency, ''))
    from portal_settings limit 1)`,
  // The expression makes just these.
  read: (kept) => (kept ?? DECLARED) as PortalSettings,
})

/**
 * What an administrator has set for the whole portal; the declared defaults until they have. Every page with a
 * price or a stock on it asks, often several times: the answer is at most two seconds old.
 */
export const portalSettingsOf = (runner: Runner): Promise<PortalSettings> => settings.get(runner)

/** Called by the global's hook, so that the process that changed the settings sees it at once. */
export const forgetPortalSettings = settings.forget

/** What an administrator has said of days of shipping; `off` as it was written, a day a line. */
export async function shippingSettingsOf(
  runner: Runner,
): Promise<{ saturday: boolean; sunday: boolean; off: string | null }> {
  const [row] = await query<{ saturday: boolean; sunday: boolean; off: string | null }>(
    runner,
    sql`select coalesce(ships_saturday, false) as saturday, coalesce(ships_sunday, false) as sunday, shipping_days_off as off from portal_settings limit 1`,
  )
  return row ?? { saturday: false, sunday: false, off: null }
}

/** Whether people may register by themselves; the administrator's switch. */
export async function isRegistrationOpen(runner: Runner): Promise<boolean> {
  const [row] = await query<{ open: boolean }>(
    runner,
    sql`select coalesce(registration_open, true) as open from portal_settings limit 1`,
  )
  return row?.open ?? true
}

/** Whether contracts are kept only of clients who have somebody in the cabinet. */
export async function keepsContractsForUsersOnly(runner: Runner): Promise<boolean> {
  const [row] = await query<{ only: boolean }>(
    runner,
    sql`select coalesce(contracts_only_for_users, true) as only from portal_settings limit 1`,
  )
  return row?.only ?? true
}
