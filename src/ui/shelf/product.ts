import type { ReactNode } from 'react'
import type { QuantityRule } from '@/src/lib/quantity'
import type { StateTone } from '../base/State'
import type { SetQty } from './QtyStepper'

/** What the shelf needs to know about one thing that can be ordered. */
export type ShelfProduct = {
  /** the SKU's id: what the cart keeps */
  id: string
  href: string
  name: string
  article?: string
  /** short facts: «кл. прочн. 8.8», «упаковка 100 шт» */
  facts?: string[]
  picture?: string
  icon?: ReactNode
  stock: { tone: StateTone; words: string; note?: string }
  /** 1/10,000 of the currency unit; null: the price is told on request */
  price: number | null
  currency: string
  /** the general price, struck through, with its name */
  retail?: { price: number; label: string }
  unit: string
  /** thousandths already in the cart; 0 or nothing: a button instead of a stepper */
  qty?: number
  /** what the quantity may be; a thing by the piece when left out */
  rule?: QuantityRule
  /** has to be chosen among variants first: a link instead of a button */
  choice?: string
  /** cannot be ordered: no button */
  closed?: boolean
}

export type ShelfActions = { setQty: SetQty }
