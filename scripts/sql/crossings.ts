import type { Ledger } from './areas'

/**
 * What SQL names across the borders of areas today: `read companies`, by files. The list may only shrink: the step `sql`
 * of `npm run check` refuses what is not here, and what is here without need. `npx tsx scripts/sql.ts --crossings` writes it.
 */
export const CROSSINGS: Ledger = {
  'collections/contracts/schedule-lines/schedule-line.jobs.ts': ['read events'],
  'collections/money/accounts/accountBalances.ts': ['read ledger_postings'],
  'collections/money/accounts/account.exchange.ts': ['read ledger_postings', 'read ledger_transactions'],
  'collections/sales/orders/order.asks.ts': ['read comments'],
  'collections/sales/orders/order.page.queries.ts': ['read events'],
  'src/mechanisms/access/defineAccess.ts': ['read companies', 'read companies_rels'],
  'src/mechanisms/access/heldFor.ts': ['read companies'],
  'src/mechanisms/access/scopes.ts': ['read companies', 'read companies_rels'],
  'src/mechanisms/notifications/audiences/companyManager.ts': ['read companies'],
  'src/mechanisms/sites/siteOfCompany.ts': ['read companies'],
}
