import { fullDate } from '@/src/lib/dates'
import { formatMoney } from '@/src/lib/money'

/**
 * A sum as both languages write it, for an event's data: `sumWords('sum', 1250000, 'RUB')` gives
 * `{ sumRu, sumEn }`, and the notification's texts say `{sumRu}` and `{sumEn}`.
 */
export function sumWords<Name extends string>(name: Name, amount: number, currency: string): Record<`${Name}Ru` | `${Name}En`, string> {
  return both(name, formatMoney(amount, currency, 'ru').text, formatMoney(amount, currency, 'en').text)
}

/** A day as both languages write it; `date` is ISO. */
export function dateWords<Name extends string>(name: Name, date: string | Date): Record<`${Name}Ru` | `${Name}En`, string> {
  return both(name, fullDate(date, 'ru'), fullDate(date, 'en'))
}

function both<Name extends string>(name: Name, ru: string, en: string): Record<`${Name}Ru` | `${Name}En`, string> {
  // The keys are built from the name just above the type that promises them.
  return { [`${name}Ru`]: ru, [`${name}En`]: en } as Record<`${Name}Ru` | `${Name}En`, string>
}
