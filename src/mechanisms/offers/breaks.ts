import { QTY_SCALE } from '@/src/lib/money'

/** A price that holds from a quantity on (thousandths). `price`, in 1/10,000 with VAT inside, is for `per` thousandths: a whole pack where that does not divide. */
export type PriceBreak = { from: number; price: number; per: number }

/** Which of the breaks a quantity is sold at, from the least up; null below the first. */
export function breakAt(breaks: readonly PriceBreak[], qty: number): PriceBreak | null {
  return breaks.reduce<PriceBreak | null>((best, one) => (one.from <= qty && (!best || one.from >= best.from) ? one : best), null)
}

/** Price of one base unit, rounded half up to 1/10,000 where a pack's price does not divide. */
export const unitPrice = ({ price, per }: Pick<PriceBreak, 'price' | 'per'>): number => (per === QTY_SCALE ? price : Number((2n * BigInt(price) * BigInt(QTY_SCALE) + BigInt(per)) / (2n * BigInt(per))))

/** Whether this quantity is made of whole packs, where the price is for a pack alone. */
export const isWhole = ({ per }: Pick<PriceBreak, 'per'>, qty: number): boolean => per === QTY_SCALE || qty % per === 0
