import { z } from 'zod'
import { formatMoney, formatPrice, formatQty } from '@/src/lib/money'
import type { Locale } from '@/src/lib/i18n'

/** A day, "YYYY-MM-DD". */
export const dayInput = z.iso.date()
/** Minor units. */
export const sumInput = z.int()

export const partyInput = z.object({
  name: z.string(),
  inn: z.string().optional(),
  kpp: z.string().optional(),
  address: z.string().optional(),
  phone: z.string().optional(),
})
export type Party = z.infer<typeof partyInput>

export const lineInput = z.object({
  article: z.string().optional(),
  name: z.string(),
  /** thousandths */
  qty: z.int(),
  unit: z.string(),
  /** 1/10,000 of a currency unit */
  price: z.int(),
  /** minor units, as the order has it: never computed again here */
  total: z.int(),
})
export type FormLine = z.infer<typeof lineInput>

/** «ООО „Ромашка“, ИНН 7707083893, КПП 770701001, 117312, Москва, …»: one line of a document's head. */
export function partyLine(party: Party): string {
  return [
    party.name,
    party.inn && `ИНН ${party.inn}`,
    party.kpp && `КПП ${party.kpp}`,
    party.address,
    party.phone && `тел. ${party.phone}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** A sum for a cell: figures alone, the currency stands in the head or the total. */
export function sumText(amount: number, locale: Locale): string {
  const { sign, whole, fraction } = formatMoney(amount, '', locale)
  return sign + whole + fraction
}

export function priceText(price: number, locale: Locale): string {
  const { sign, whole, fraction } = formatPrice(price, '', locale)
  return sign + whole + fraction
}

export function qtyText(qty: number, locale: Locale): string {
  return formatQty(qty, locale)
}

/** An empty cell rather than a nought, as ledgers have it. */
export function sumOrEmpty(amount: number, locale: Locale): string {
  return amount === 0 ? '' : sumText(amount, locale)
}

/** A name for a file out of a title: nothing that a file system or a header minds. */
export function fileNameOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} .№_-]+/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
}
