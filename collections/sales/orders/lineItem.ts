import { z } from 'zod'
import { money, price, quantity, words } from '@/src/mechanisms/exchange/items/fields'
import { sourceId } from '@/src/mechanisms/exchange/items/sourceIds'

/** One line of an order as 1C sends it. */
export const lineItem = z.object({
  sku: sourceId(words(200, 'Ид товара: guid или guid#характеристика')).nullable().optional(),
  name: words(1000).min(1, 'input.required'),
  article: words(120).nullable().optional(),
  unit: words(40).nullable().optional(),
  qty: quantity(),
  price: price(),
  total: money('Сумма строки; принимается как есть'),
  discount: money().optional(),
  vatRate: z.number().min(0).max(100).nullable().optional(),
  shippedQty: quantity().optional(),
})
export type LineItem = z.output<typeof lineItem>

/** An order of the portal that an item of 1C is about. */
export type KnownOrder = {
  id: string
  company: string
  number: string
  status: string
  total: number
  currency: string
  /** People changed it here and 1C has not heard of that. */
  unsent: boolean
}
