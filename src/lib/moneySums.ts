import type { Locale } from './i18n'
import { formatMoney } from './money'

/** What money comes to in one currency, minor units. */
export type MoneySum = { currency: string; amount: number }

/** Sums by currency as a list whose first is the largest in number; nothing is no sum. Two kinds of money are never one number. */
export function moneySums<Row extends { currency: string }>(
  rows: readonly Row[],
  amount: (row: Row) => number,
): MoneySum[] {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.currency, (sums.get(row.currency) ?? 0) + amount(row))
  return [...sums]
    .flatMap(([currency, sum]) => (sum === 0 ? [] : [{ currency, amount: sum }]))
    .sort((a, b) => b.amount - a.amount || (a.currency < b.currency ? -1 : 1))
}

/** «1 000,00 ₽ + 20,00 $». */
export const sumsText = (sums: readonly MoneySum[], locale: Locale): string =>
  sums.map(({ amount, currency }) => formatMoney(amount, currency, locale).text).join(' + ')
