/** What other areas may ask of clients, and say to them. */
export { writeBalances } from './companies/writeBalances'
export { provideOrderStats } from './companies/orderStats'
