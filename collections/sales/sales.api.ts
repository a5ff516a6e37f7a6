/** What other areas may ask of sales, and say to it. */
export { financeOf } from './credit/standing.queries'
export { provideOrderDocuments, type OrderDocument } from './orders/documentsOfOrder'
