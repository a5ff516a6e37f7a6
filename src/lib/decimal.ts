import { AppError, type ErrorCode } from './errors'

const MAX_LENGTH = 64
const SPACES = /[\s\u00a0\u2007\u2009\u202f]/
const PLAIN = /^([+-]?)(\d*)(?:[.,](\d*))?$/
const GROUPED = /^[+-]?\d{1,3}(?:[\s\u00a0\u2007\u2009\u202f]\d{3})+(?:[.,]\d*)?$/
const ALL_SPACES = /[\s\u00a0\u2007\u2009\u202f]/g

/**
 * Exact reading of a decimal text, as 1C and people write it: `1234.5`, `1 234,50` (any space between groups of
 * three), `-0,001`, `−5`. No floats on the way.
 *
 * @param text  the text; spaces around it are ignored
 * @param scale how many decimal places the result keeps: 2 gives kopecks, 4 a unit price, 3 a quantity
 * @returns     the integer `text × 10^scale`, extra digits rounded half up by magnitude (1C's own «Окр»)
 * @throws AppError `number.malformed` (empty, letters, exponent, two separators), `number.tooLarge` (beyond 2^53)
 */
export function parseDecimal(text: string, scale: number): number {
  let source = text.trim()
  if (source.length > MAX_LENGTH) throw refused('number.malformed', `${source.slice(0, 40)}…`)
  if (source.startsWith('\u2212')) source = `-${source.slice(1)}`
  if (SPACES.test(source)) {
    if (!GROUPED.test(source)) throw refused('number.malformed', source)
    source = source.replace(ALL_SPACES, '')
  }
  const match = PLAIN.exec(source)
  const whole = match?.[2] ?? ''
  const fraction = match?.[3] ?? ''
  if (!match || (whole === '' && fraction === '')) throw refused('number.malformed', source)

  const magnitude = scaled(whole, fraction, scale)
  if (!Number.isSafeInteger(magnitude)) throw refused('number.tooLarge', source)
  return match[1] === '-' && magnitude !== 0 ? -magnitude : magnitude
}

function scaled(whole: string, fraction: string, scale: number): number {
  const kept = fraction.slice(0, scale).padEnd(scale, '0')
  const carry = fraction.charCodeAt(scale) >= FIVE ? 1 : 0
  // Number() of a run of digits is exact up to 2^53; anything beyond fails the safe-integer test of the caller.
  return Number(`${whole}${kept}`) + carry
}

const refused = (code: ErrorCode, value: string): AppError => new AppError(code, { value }, { status: 422 })

const FIVE = '5'.charCodeAt(0)

/**
 * The reverse of `parseDecimal`, for machines: a dot, no groups, no trailing zeros beyond `minPlaces`.
 * `formatDecimal(1234500, 4, 2)` is `123.45`.
 */
export function formatDecimal(value: number, scale: number, minPlaces = 0): string {
  if (!Number.isSafeInteger(value)) throw refused('number.tooLarge', String(value))
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  let fraction = scale === 0 ? '' : digits.slice(-scale)
  while (fraction.length > minPlaces && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
