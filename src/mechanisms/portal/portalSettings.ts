import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'

export type PortalSettings = {
  showStock: 'exact' | 'words'
  /** Thousandths of a unit under which stock is called low. */
  lowStock: number
  overdueBlocksOrders: boolean
}

/** What an administrator has set for the whole portal; the declared defaults until they have. */
export async function portalSettingsOf(runner: Runner): Promise<PortalSettings> {
  const [row] = await query<PortalSettings>(
    runner,
    sql`select coalesce(show_stock::text, 'exact') as "showStock", coalesce(low_stock, 200000)::float8 as "lowStock",
               coalesce(overdue_blocks_orders, true) as "overdueBlocksOrders"
        from portal_settings limit 1`,
  )
  return row ?? { showStock: 'exact', lowStock: 200_000, overdueBlocksOrders: true }
}
