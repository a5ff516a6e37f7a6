import { fullDate } from '@/src/lib/dates'
import type { Locale, Text, TextParams } from '@/src/lib/i18n'
import { formatMoney, type MoneyAmount } from '@/src/lib/money'

/**
 * A day («2026-11-24») or a moment (ISO) in an event's data. It is not a bare string: the number of a contract may look
 * like a day.
 */
export type Dated = { date: string }

/** Data of an event as its words take it: sums and dates said in this language, lists of names one after another, the rest as it is. */
export function eventParams(data: Record<string, unknown> | null, locale: Locale): TextParams {
  const held = { ...data, ...frozenWords(data ?? {}) }
  return Object.fromEntries(Object.entries(held).map(([name, value]) => [name, inWords(value, locale)]))
}

/**
 * Events once held `sumRu` and `sumEn`, words of the day they were written; their rows stay, and say `{sum}` by these.
 * What an old row held beside them under the bare name (`due`) was never said.
 */
function frozenWords(data: Record<string, unknown>): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, ru]) => {
      const name = /^(.+)Ru$/.exec(key)?.[1]
      const en = name === undefined ? undefined : data[`${name}En`]
      return name !== undefined && typeof ru === 'string' && typeof en === 'string' ? [[name, { ru, en }]] : []
    }),
  )
}

function inWords(value: unknown, locale: Locale): TextParams[string] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (isTexts(value)) return value.join(', ')
  if (isMoney(value)) return formatMoney(value.amount, value.currency, locale).text
  if (isDated(value)) return fullDate(value.date, locale)
  return isText(value) ? value : null
}

const has = (value: unknown, names: Record<string, 'string' | 'number'>): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(names).every(([name, kind]) => typeof Object.getOwnPropertyDescriptor(value, name)?.value === kind)

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
const isMoney = (value: unknown): value is MoneyAmount => has(value, { amount: 'number', currency: 'string' })
const isDated = (value: unknown): value is Dated => has(value, { date: 'string' })
const isText = (value: unknown): value is Text => has(value, { ru: 'string', en: 'string' })
