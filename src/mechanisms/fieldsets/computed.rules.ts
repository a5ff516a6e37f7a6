import { rowsOf, typedIn, type FieldSet, type Formula, type Typed } from './definition'
import type { Shown } from './shown.rules'

/** Decimal places that are counted with. */
const PLACES = 6
const ONE = 10n ** BigInt(PLACES)

/** A number as people type it, exact: an integer of millionths; null for anything else. */
export function exactOf(text: string): bigint | null {
  const tidy = text
    .replace(/[\s\u00a0\u2009\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(tidy)
  if (!match) return null
  const size = BigInt(match[2] ?? '0') * ONE + BigInt((match[3] ?? '').padEnd(PLACES, '0'))
  return match[1] ? -size : size
}

/** Millionths as a plain decimal of at most so many places, rounded half up by size. */
export function decimalOf(exact: bigint, places = PLACES): string {
  const step = 10n ** BigInt(PLACES - places)
  const size = ((exact < 0n ? -exact : exact) + step / 2n) / step
  const digits = String(size).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '')
  return `${exact < 0n && size !== 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

/** The sum of a column over the rows that are filled in; null where none of them has a number. */
export function columnSum(typed: Typed, table: string, column: string): bigint | null {
  return total(rowsOf(typed, table).map((row) => exactOf(typedIn(typed, `${table}.${row}.${column}`))))
}

/**
 * Values that the set works out by itself, by the names of their fields, as decimals. Fields that are not asked count
 * as empty; where nothing is filled in yet, there is no value.
 */
export function computedOf(set: FieldSet, typed: Typed, shown: Shown): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { fields } of set.pages)
    for (const { name, formula, currency } of fields) {
      if (!formula || !shown.fields.has(name)) continue
      const value = worked(formula, { ...typed, ...values }, shown)
      if (value !== null) values[name] = decimalOf(value, currency ? 2 : PLACES)
    }
  return values
}

function worked({ by, of }: Formula, typed: Typed, shown: Shown): bigint | null {
  if (by === 'columnSum')
    return total(
      of.map((part) => {
        const [table = '', column = ''] = part.split('.')
        return shown.fields.has(table) ? columnSum(typed, table, column) : null
      }),
    )
  const parts = of.map((name) => (shown.fields.has(name) ? exactOf(typedIn(typed, name)) : null))
  if (by === 'sum') return total(parts)
  return parts.reduce<bigint | null>(
    (product, part) => (product === null || part === null ? null : multiplied(product, part)),
    parts.length > 0 ? ONE : null,
  )
}

const total = (parts: ReadonlyArray<bigint | null>): bigint | null =>
  parts.reduce<bigint | null>((sum, part) => (part === null ? sum : (sum ?? 0n) + part), null)

/** Half up by size, so that a minus mirrors a plus. */
function multiplied(one: bigint, other: bigint): bigint {
  const product = one * other
  const size = product < 0n ? -product : product
  const rounded = (size + ONE / 2n) / ONE
  return product < 0n ? -rounded : rounded
}
