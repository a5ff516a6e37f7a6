import { parseDecimal } from '@/src/lib/decimal'
import { isAppError, type ErrorCode } from '@/src/lib/errors'
import type { CommerceRecord, NamedValue, RecordPlace } from './records'
import { readMoment } from './times'
import { childrenOf, childText, type XmlNode } from './tree'

/** What a converter of one element works with. */
export type ReadContext = {
  emit: (record: CommerceRecord) => void
  /** Zone of wall times in the file. */
  zone: string
  /** Units given already in this file, so that each is given once. */
  units: Set<string>
}

export const PRICE_PLACES = 4
export const MONEY_PLACES = 2
export const QTY_PLACES = 3
export const KILOGRAM_PLACES = 3

/** Reports one bad record or field and lets reading go on. */
export function problem(
  context: ReadContext,
  at: RecordPlace,
  code: ErrorCode,
  params: Record<string, string | number> = {},
): void {
  context.emit({ kind: 'problem', at, code, params })
}

const SHOWN = 80

/**
 * A number of the file as a scaled integer. `null`: not there or empty. `undefined`: there but unreadable, and a
 * problem `commerceml.badNumber` {field, value} has been reported.
 */
export function number(
  context: ReadContext,
  at: RecordPlace,
  field: string,
  value: string | null,
  places: number,
): number | null | undefined {
  if (value === null || value === '') return null
  try {
    return parseDecimal(value, places)
  } catch (error) {
    if (!isAppError(error)) throw error
    problem(context, at, 'commerceml.badNumber', { field, value: value.slice(0, SHOWN) })
    return undefined
  }
}

/** The same for a moment; the problem is `commerceml.badDate`. */
export function momentValue(
  context: ReadContext,
  at: RecordPlace,
  field: string,
  date: string | null,
  time: string | null = null,
): string | null | undefined {
  if (!date) return null
  try {
    return readMoment(date, time, context.zone)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    problem(context, at, 'commerceml.badDate', { field, value: `${date} ${time ?? ''}`.trim().slice(0, SHOWN) })
    return undefined
  }
}

/** «true», «Истина», «Да», «1» and their opposites; `null` for anything else. */
export function parseBoolean(value: string | null | undefined): boolean | null {
  const word = value?.trim().toLowerCase()
  if (word === 'true' || word === 'истина' || word === 'да' || word === '1' || word === 'y') return true
  if (word === 'false' || word === 'ложь' || word === 'нет' || word === '0' || word === 'n') return false
  return null
}

/** `Статус="Удален"`, `<Статус>Удален</Статус>` or `<ПометкаУдаления>true</…>`: nothing else means a deletion. */
export function isDeleted(node: XmlNode): boolean {
  const status = node.attributes['Статус'] ?? childText(node, 'Статус') ?? ''
  return /^удал[её]н/i.test(status.trim()) || parseBoolean(childText(node, 'ПометкаУдаления')) === true
}

const EMPTY_GUID = '00000000-0000-0000-0000-000000000000'

/** `guid#char` in its parts. 1C's empty reference after the `#` means «no characteristic». */
export function splitId(
  whole: string,
  apart: string | null = null,
): { product: string; characteristic: string | null } {
  const hash = whole.indexOf('#')
  const product = hash < 0 ? whole : whole.slice(0, hash)
  const characteristic = (hash < 0 ? apart : whole.slice(hash + 1)) || null
  return { product, characteristic: characteristic === EMPTY_GUID ? null : characteristic }
}

export function joinId(product: string, characteristic: string | null): string {
  return characteristic === null ? product : `${product}#${characteristic}`
}

export function namedValues(node: XmlNode, container: string, item: string): NamedValue[] {
  const found: NamedValue[] = []
  for (const one of childrenOf(node, container, item)) {
    const name = childText(one, 'Наименование')
    if (name) found.push({ name, value: childText(one, 'Значение') ?? '' })
  }
  return found
}

/** ЗначенияРеквизитов as a dictionary without a prototype: names come from outside. The last of a name wins. */
export function requisiteMap(node: XmlNode): Record<string, string> {
  const map: Record<string, string> = Object.create(null)
  for (const { name, value } of namedValues(node, 'ЗначенияРеквизитов', 'ЗначениеРеквизита')) map[name] = value
  return map
}

/** «Без НДС» as its enumeration, its synonym and people write it; spaces apart. */
const WITHOUT_VAT = new Set([
  'безндс',
  'безналога',
  'безналогандс',
  'необлагается',
  'ндснеоблагается',
  'необлагаетсяндс',
  'освобождаетсяотндс',
])
/** `20`, `20%`, `НДС20`, `НДС 20 %`, `20/120`, `НДС20_120`, `22%/122%`; spaces apart. */
const RATE = /^(?:ндс|ставкандс)?(\d{1,2}(?:[.,]\d{1,2})?)%?(?:[/_](\d{3})%?)?$/
const WHOLE_SUM = 100

/**
 * A tax rate by its whole name: a number, the value of 1C's enumeration or its synonym; «Без НДС» is `null`; `undefined`
 * when it is empty or no such rate is known (then a problem is reported).
 */
export function taxRate(context: ReadContext, at: RecordPlace, value: string | null): number | null | undefined {
  const name = value?.toLowerCase().replace(/\s+/g, '')
  if (!name) return undefined
  if (WITHOUT_VAT.has(name)) return null
  const match = RATE.exec(name)
  const rate = match ? Number(match[1]?.replace(',', '.')) : Number.NaN
  // «20/120»: the second number is the sum that the first is counted of.
  if (match && (match[2] === undefined || Number(match[2]) === WHOLE_SUM + rate)) return rate
  problem(context, at, 'commerceml.unknownRate', { value: (value ?? '').slice(0, SHOWN) })
  return undefined
}
