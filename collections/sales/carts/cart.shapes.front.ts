import { z } from 'zod'
import { pictureAddress } from '@/src/mechanisms/front/pictures'
import { quantityRule, ruleShown } from '@/src/mechanisms/front/quantityShown'
import {
  currency,
  day,
  price,
  priceText,
  qtyText,
  quantity,
  sum,
  sumText,
  described,
} from '@/src/mechanisms/front/shown'
import type { Cart, CartLine } from './cart.queries'

const line = z.object({
  sku: z.uuid(),
  product: z.string(),
  name: z.string(),
  variant: z.string().nullable(),
  article: z.string().nullable(),
  unit: z.string(),
  picture: z.string().nullable(),
  vatRate: z.number().nullable(),
  qty: quantity(),
  rule: quantityRule,
  price: price().nullable(),
  priceBefore: described(z.string().nullable(), {
    ru: 'Цена, по которой клали, если теперь другая',
    en: 'The price at which it was put there, where it differs now',
  }),
  total: sum(),
  currency: currency(),
  now: quantity(),
  later: quantity(),
  expectedAt: day().nullable(),
  problem: described(z.enum(['gone', 'noPrice', 'qty']).nullable(), {
    ru: 'Почему строку не заказать: снята с продажи, нет цены, не то количество',
    en: 'Why the line cannot be ordered: it is gone, has no price, or is of a wrong quantity',
  }),
  nearest: described(z.string().nullable(), {
    ru: 'Ближайшее количество, которое можно заказать',
    en: 'The nearest quantity that can be ordered',
  }),
})

export const cart = z.object({
  lines: z.array(line),
  sums: described(z.array(z.object({ currency: currency(), total: sum(), vat: sum(), lines: z.int() })), {
    ru: 'По валютам: каждая станет отдельным заказом',
    en: 'By currency: each becomes an order of its own',
  }),
  orderable: z.boolean(),
  onCredit: z.boolean(),
  limit: z.object({ limit: sum(), left: sum(), leftAfter: sum(), enough: z.boolean() }).nullable(),
  canSplit: described(z.boolean(), { ru: 'Можно отправить частями', en: 'It can be sent in two parts' }),
})

const lineShown = ({
  slug,
  picture,
  qty,
  rule,
  price: one,
  priceBefore,
  refusal,
  ...rest
}: CartLine): z.input<typeof line> => ({
  sku: rest.sku,
  product: slug,
  name: rest.name,
  variant: rest.variant,
  article: rest.article,
  unit: rest.unit,
  picture: picture && pictureAddress(picture),
  vatRate: rest.vatRate,
  qty: qtyText(qty),
  rule: ruleShown(rule),
  price: one === null ? null : priceText(one),
  priceBefore: priceBefore === null ? null : priceText(priceBefore),
  total: sumText(rest.total),
  currency: rest.currency,
  now: qtyText(rest.now),
  later: qtyText(rest.later),
  expectedAt: rest.expectedAt,
  problem: rest.problem,
  nearest: refusal && qtyText(refusal.nearest),
})

export const cartShown = ({ lines, sums, feasibility }: Cart): z.input<typeof cart> => ({
  lines: lines.map(lineShown),
  sums: sums.map(({ currency: code, total, vat, lines: count }) => ({
    currency: code,
    total: sumText(total),
    vat: sumText(vat),
    lines: count,
  })),
  orderable: feasibility.orderable,
  onCredit: feasibility.onCredit,
  limit: feasibility.limit && {
    limit: sumText(feasibility.limit.limit),
    left: sumText(feasibility.limit.left),
    leftAfter: sumText(feasibility.limit.leftAfter),
    enough: feasibility.limit.enough,
  },
  canSplit: feasibility.split !== null,
})
