import { z } from 'zod'
import type { QuantityRule } from '@/src/lib/quantity'
import { qtyText, quantity, described } from './shown'

/** What a quantity of some goods may be. */
export const quantityRule = described(
  z.object({
    whole: described(z.boolean(), { ru: 'Только целое', en: 'Whole only' }),
    least: quantity(),
    most: quantity(),
    steps: described(z.array(z.object({ from: quantity(), by: quantity(), packs: z.boolean() })), {
      ru: 'От from количество кратно by; packs — потому что продаётся упаковками',
      en: 'From `from` on a quantity is a multiple of `by`; packs: because it is sold in packs',
    }),
    gaps: described(z.array(z.object({ from: quantity(), until: quantity() })), {
      ru: 'Количества без цены: от from, меньше until',
      en: 'Quantities without a price: from `from` on, below `until`',
    }),
  }),
  { ru: 'Какое количество можно заказать', en: 'What quantities can be ordered' },
)

export const ruleShown = ({ whole, min, max, grains, gaps }: QuantityRule): z.input<typeof quantityRule> => ({
  whole,
  least: qtyText(min),
  most: qtyText(max),
  steps: grains.map(({ from, by, packs }) => ({ from: qtyText(from), by: qtyText(by), packs })),
  gaps: gaps.map(({ from, until }) => ({ from: qtyText(from), until: qtyText(until) })),
})
