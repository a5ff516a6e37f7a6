/** What other areas may ask of the catalogue: what goods cost a company, and where they lie; and say to it. */
export { unitPrice, type PriceBreak } from './offers/breaks'
export { offersOf, type Offer } from './offers/offers'
export { priceTypesOf, type PriceTypes } from './offers/priceTypes'
export { stockView, type StockView } from './offers/stock'
export { unitCodeOf } from './offers/unitCode'
export { providePurchases } from './products/purchasesFor'
