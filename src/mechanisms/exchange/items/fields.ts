import { z } from 'zod'
import { isAppError } from '@/src/lib/errors'
import { parseMoney, parsePrice, parseQty } from '@/src/lib/money'

/** Identifier of a record in 1C: a GUID as a rule, any text up to 200 characters is taken. */
export const externalId = z.string().trim().min(1, 'input.required').max(200).describe('Идентификатор записи в 1С (GUID)')

/** A reference to another record by its identifier in 1C. */
export const reference = (of: string): z.ZodString => z.string().trim().min(1).max(200).describe(`Идентификатор в 1С: ${of}`)

export const words = (max: number, about?: string): z.ZodString => {
  const schema = z.string().trim().max(max)
  return about ? schema.describe(about) : schema
}

/** Decimal text or a JSON number -> the integer that the portal keeps. Never through floating sums. */
const decimal = (parse: (text: string) => number, about: string) =>
  z
    .union([z.string().max(40), z.number()])
    .describe(about)
    .transform((value, context) => {
      try {
        return parse(String(value))
      } catch (error) {
        context.addIssue({ code: 'custom', message: isAppError(error) ? error.code : 'number.malformed', params: { value: String(value) } })
        return z.NEVER
      }
    })

/** Roubles in JSON («1234.50» or 1234.5), kopecks inside. */
export const money = (about = 'Сумма в рублях: число или строка «1234.50»') => decimal(parseMoney, about)
export const price = (about = 'Цена за единицу, до четырёх знаков после запятой') => decimal(parsePrice, about)
export const quantity = (about = 'Количество, до трёх знаков после запятой') => decimal(parseQty, about)

export const currency = z
  .string()
  .trim()
  .regex(/^[A-Z]{3}$/, 'input.invalid')
  .default('RUB')
  .describe('Код валюты ISO 4217')

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/

/** A day: «2026-11-24», or 1C's own «2026-11-24T00:00:00»; 1C's empty date is null. */
export const day = (about = 'День, ГГГГ-ММ-ДД') =>
  z
    .string()
    .max(40)
    .describe(about)
    .transform((value, context): string | null => {
      const match = DAY.exec(value.trim())
      if (match?.[1] === '0001') return null
      const iso = match ? `${match[1]}-${match[2]}-${match[3]}T00:00:00.000Z` : ''
      if (!match || Number.isNaN(Date.parse(iso)) || new Date(iso).toISOString() !== iso) {
        context.addIssue({ code: 'custom', message: 'date.malformed' })
        return z.NEVER
      }
      return iso
    })

/** A moment: with a zone, or without one in the time zone of the node (as 1C writes it). */
export const moment = (about = 'Дата и время: «2026-11-24T14:05:00»; без пояса — время 1С') =>
  z
    .string()
    .max(40)
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?$/, 'date.malformed')
    .refine((value) => !Number.isNaN(Date.parse(value)), 'date.malformed')
    .describe(about)

/** The moment in UTC, ISO; text without a zone is a wall clock in `zone`. */
export function toUtc(text: string, zone: string): string {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return new Date(text).toISOString()
  const wall = Date.parse(`${text.length === 10 ? `${text}T00:00:00` : text}Z`)
  const first = wall - offsetAt(wall, zone)
  // Asked again at the found moment: near a change of the clock the first offset is the wrong one.
  return new Date(wall - offsetAt(first, zone)).toISOString()
}

function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(moment / 1000) * 1000
}
