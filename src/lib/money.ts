import { AppError } from './errors'
import type { Locale } from './i18n'

/** `amount` is an integer of minor units: hundredths of the currency, kopecks for RUB. */
export type MoneyAmount = { amount: number; currency: string }

/** A unit price is an integer of 1/10,000 of the currency unit (1C sends such prices). */
export const PRICE_SCALE = 10_000
/** A quantity is an integer of thousandths of its unit. */
export const QTY_SCALE = 1_000
/** Minor units in one unit of money. */
export const MINOR_SCALE = 100

const THIN = '\u202f'
const MINUS = '−'

/**
 * Sum of a line in minor units: price (1/10,000) × quantity (1/1,000), rounded half up as 1C does
 * (away from zero for a negative line, so that a return mirrors its sale). Exact: no floating point. With `per`
 * (1/1,000) the price is for that many units, as for a pack.
 */
export function lineTotal(price: number, qty: number, per: number = QTY_SCALE): number {
  const divisor = BigInt(PRICE_SCALE / MINOR_SCALE) * integer(per)
  return divideHalfUp(integer(price) * integer(qty), divisor)
}

/** VAT that sits inside `total` (minor units) at `rate` percent; `null` is «без НДС» and gives 0. */
export function vatIncluded(total: number, rate: number | null): number {
  const percent = BigInt(Math.round((rate ?? 0) * 100))
  return divideHalfUp(integer(total) * percent, 10_000n + percent)
}

/**
 * Splits `total` (minor units) in proportion to `weights` (whole numbers, none negative) so that the parts
 * sum to it exactly: largest remainders first, the earlier part on a tie. All weights zero: equal parts.
 */
export function allocate(total: number, weights: number[]): number[] {
  const parts = weights.map(integer)
  if (parts.some((part) => part < 0n)) throw new RangeError('allocate: a weight is negative')
  const given = parts.reduce((sum, part) => sum + part, 0n)
  const shares = given === 0n ? parts.map(() => 1n) : parts
  const whole = given === 0n ? BigInt(parts.length) : given

  const sign = total < 0 ? -1n : 1n
  const sum = integer(total) * sign
  const floors = shares.map((share) => (sum * share) / whole)
  let rest = sum - floors.reduce((a, b) => a + b, 0n)
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (sum * share) % whole }))
    .sort((a, b) => Number(b.remainder - a.remainder))
  for (const { index } of byRemainder) {
    if (rest === 0n) break
    floors[index] = (floors[index] ?? 0n) + 1n
    rest -= 1n
  }
  return floors.map((part) => Number(part * sign))
}

/** «1 234,50» or «1234.5» -> 123450 minor units. Further digits are rounded half up. Throws `number.malformed`. */
export function parseMoney(text: string): number {
  return parseScaled(text, 2)
}

/** Decimal text -> integer of 1/10,000 of a currency unit. Throws `number.malformed`. */
export function parsePrice(text: string): number {
  return parseScaled(text, 4)
}

/** Decimal text -> integer of thousandths. Throws `number.malformed`. */
export function parseQty(text: string): number {
  return parseScaled(text, 3)
}

export type MoneyParts = {
  /** «−» or empty */
  sign: string
  /** «182 400», thin spaces U+202F between thousands; in English «182,400» */
  whole: string
  /** «,50» or «.50»: with the separator of the language */
  fraction: string
  /** «₽», «$», or the code when there is no common sign */
  currency: string
  /** the currency stands before the number, as English writes it, with this between them; null: after it */
  lead: string | null
  /** all of it: «182 400,00 ₽», «₽182,400.00» */
  text: string
}

/** A sum of minor units as people read it; the page may draw `fraction` lighter. */
export function formatMoney(amount: number, currency: string, locale: Locale): MoneyParts {
  return moneyParts(amount, 2, 2, currency, locale)
}

/** A unit price (1/10,000): two digits after the separator, up to four where they matter. */
export function formatPrice(price: number, currency: string, locale: Locale): MoneyParts {
  return moneyParts(price, 4, 2, currency, locale)
}

/** A quantity of thousandths without idle zeros: «12», «1 250,5». */
export function formatQty(qty: number, locale: Locale): string {
  const { sign, whole, fraction } = split(qty, 3, 0)
  return sign + whole + (fraction ? separator(locale) + fraction : '')
}

const SIGNS: Record<string, string> = {
  RUB: '₽',
  RUR: '₽',
  USD: '$',
  EUR: '€',
  KZT: '₸',
  BYN: 'Br',
  CNY: '¥',
  GBP: '£',
  UAH: '₴',
  TRY: '₺',
}

export function currencySign(currency: string): string {
  return Object.hasOwn(SIGNS, currency) ? (SIGNS[currency] ?? currency) : currency
}

function moneyParts(value: number, digits: number, shown: number, currency: string, locale: Locale): MoneyParts {
  const parts = split(value, digits, shown)
  const fraction = separator(locale) + parts.fraction
  const mark = currencySign(currency)
  const lead = locale === 'en' ? (/^[A-Za-z]/.test(mark) ? THIN : '') : null
  const whole = locale === 'en' ? parts.whole.replaceAll(THIN, ',') : parts.whole
  const number = whole + fraction
  const text = parts.sign + (lead === null ? number + (mark ? THIN + mark : '') : (mark ? mark + lead : '') + number)
  return { sign: parts.sign, whole, fraction, currency: mark, lead, text }
}

function split(value: number, digits: number, shown: number): { sign: string; whole: string; fraction: string } {
  const number = integer(value)
  const text = (number < 0n ? -number : number).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, -digits).replace(/\B(?=(\d{3})+$)/g, THIN)
  const fraction = text.slice(-digits)
  const idle = fraction.slice(shown).replace(/0+$/, '')
  return { sign: number < 0n ? MINUS : '', whole, fraction: fraction.slice(0, shown) + idle }
}

function separator(locale: Locale): string {
  return locale === 'ru' ? ',' : '.'
}

function parseScaled(text: string, digits: number): number {
  const given = text.trim().replace(/^[−–]/, '-')
  // «1,234.50» can be nothing but English; «1,234» is one and a bit.
  const clean = /^[+-]?\d{1,3}(?:,\d{3})+\.\d*$/.test(given) ? given.replaceAll(',', '') : given
  const match = /^([+-]?)(\d+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)?(?:[.,](\d*))?$/.exec(clean)
  const whole = match?.[2]?.replace(/\D/g, '') ?? ''
  const fraction = match?.[3] ?? ''
  if (!match || (whole === '' && fraction === '') || clean.length > 60) throw malformed(text)

  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  const magnitude = Number((fraction[digits] ?? '') >= '5' ? kept + 1n : kept)
  if (!Number.isSafeInteger(magnitude)) throw malformed(text)
  return match[1] === '-' && magnitude !== 0 ? -magnitude : magnitude
}

function malformed(text: string): AppError {
  return new AppError('number.malformed', { value: text.slice(0, 40) })
}

function divideHalfUp(value: bigint, divisor: bigint): number {
  const sign = value < 0n ? -1n : 1n
  const result = Number(sign * ((2n * value * sign + divisor) / (2n * divisor)))
  if (!Number.isSafeInteger(result)) throw new AppError('number.tooLarge')
  return result
}

function integer(value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new RangeError(`a whole number was expected, got ${value}`)
  return BigInt(value)
}
