/** What other areas may ask of clients, and say to them. */
export { writeBalances } from './companies/writeBalances'
export { provideOrderStats } from './companies/orderStats'
export { assignManager } from './companies/company.actions'
export { buyerOf } from './contractors/contractor.queries'
export { activeBranches, managersFor } from './companies/company.queries'
