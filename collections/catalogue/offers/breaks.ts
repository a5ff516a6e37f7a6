import { QTY_SCALE } from '@/src/lib/money'

/** A price that holds from a quantity on, and up to one where it ends (thousandths). `price`, in 1/10,000 with VAT inside, is for `per` thousandths: a whole pack where that does not divide. */
export type PriceBreak = { from: number; to: number | null; price: number; per: number }

/** Price of one base unit, rounded half up to 1/10,000 where a pack's price does not divide. */
export const unitPrice = ({ price, per }: Pick<PriceBreak, 'price' | 'per'>): number =>
  per === QTY_SCALE ? price : Number((2n * BigInt(price) * BigInt(QTY_SCALE) + BigInt(per)) / (2n * BigInt(per)))
