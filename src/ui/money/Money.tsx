import { formatMoney, formatPrice, type MoneyParts } from '@/src/lib/money'
import type { Locale } from '@/src/lib/i18n'
import { cx } from '../base/cx'
import { spaced } from './spaces'

export type MoneyProps = {
  /** integer of minor units (kopecks) */
  amount: number
  currency: string
  locale: Locale
  /** leaves «,00» out when the kopecks are zero: for buttons and sentences */
  round?: boolean
  className?: string
}

/** A sum: tabular figures, kopecks lighter, the currency where the language has it. */
export function Money({ amount, currency, locale, round, className }: MoneyProps) {
  return <Parts parts={formatMoney(amount, currency, locale)} round={round} className={className} />
}

export type UnitPriceProps = Omit<MoneyProps, 'amount'> & {
  /** integer of 1/10,000 of the currency unit */
  price: number
}

/** A unit price. */
export function UnitPrice({ price, currency, locale, round, className }: UnitPriceProps) {
  return <Parts parts={formatPrice(price, currency, locale)} round={round} className={className} />
}

function Parts({ parts, round, className }: { parts: MoneyParts; round?: boolean; className?: string }) {
  const bare = round && /^[.,]0+$/.test(parts.fraction)
  return (
    <span className={cx('num', className)}>
      {parts.sign}
      {before(parts)}
      {spaced(parts.whole)}
      {bare ? after(parts) : <small>{`${parts.fraction}${after(parts)}`}</small>}
    </span>
  )
}

const before = ({ lead, currency }: MoneyParts): string => (lead === null ? '' : currency + spaced(lead))
const after = ({ lead, currency }: MoneyParts): string => (lead === null ? `\u00a0${currency}` : '')

/** The same as plain text, for sentences, titles and names: «182 400 ₽». */
export function moneyText(amount: number, currency: string, locale: Locale, round = true): string {
  const parts = formatMoney(amount, currency, locale)
  return spaced(
    round && /^[.,]0+$/.test(parts.fraction)
      ? `${parts.sign}${before(parts)}${parts.whole}${after(parts)}`
      : parts.text,
  )
}
