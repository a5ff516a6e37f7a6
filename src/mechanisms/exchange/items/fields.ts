import { z } from 'zod'
import { currencyCode } from '@/src/lib/currencies'
import { isAppError } from '@/src/lib/errors'
import { parseMoney, parsePrice, parseQty } from '@/src/lib/money'
import { toUtc } from '@/src/lib/toUtc'
import { CLOCK_TOLERANCE_MS } from '../clock'
import type { Warning } from './defineResource'
import { sourceId } from './sourceIds'

/** Identifier of a record in 1C: a GUID as a rule, any text up to 200 characters is taken. */
export const externalId = sourceId(
  z.string().trim().min(1, 'input.required').max(200).describe('Идентификатор записи в 1С (GUID)'),
)

/** A reference to another record by its identifier in 1C. */
export const reference = (of: string): z.ZodString =>
  sourceId(z.string().trim().min(1).max(200).describe(`Идентификатор в 1С: ${of}`))

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
        context.addIssue({
          code: 'custom',
          message: isAppError(error) ? error.code : 'number.malformed',
          params: { value: String(value), ...(isAppError(error) ? error.params : {}) },
        })
        return z.NEVER
      }
    })

/** Units of the record's currency in JSON («1234.50» or 1234.5), minor units inside. */
export const money = (about = 'Сумма в валюте записи: число или строка «1234.50»') => decimal(parseMoney, about)
/** A sum that is owed, allowed or agreed: never below zero. What was paid beyond it is a balance. */
export const nonNegativeMoney = (about?: string) => money(about).refine((amount) => amount >= 0, 'money.negative')
export const price = (about = 'Цена за единицу, до четырёх знаков после запятой') => decimal(parsePrice, about)
export const quantity = (about = 'Количество, до трёх знаков после запятой') => decimal(parseQty, about)

/** In any spelling that 1C has for it; ISO 4217 inside. */
export const currency = z
  .string()
  .max(40)
  .describe('Валюта: код ISO 4217 («RUB», «643») или её название в 1С («руб.», «Доллар США»)')
  .transform((value, context) => {
    const code = currencyCode(value)
    if (code) return code
    context.addIssue({ code: 'custom', message: 'exchange.currencyCode' })
    return z.NEVER
  })

/** 1C's empty date: the first moment of the first year. */
export const EMPTY_DATE = /^0001-01-01(?:T00:00:00(?:\.0+)?Z?)?$/

const dates = new WeakSet<z.ZodType>()
/** Whether a schema reads a day or a moment, so that 1C's empty date in it means «no date». */
export const isDate = (schema: z.ZodType): boolean => dates.has(schema)

function dated<Schema extends z.ZodType>(schema: Schema): Schema {
  dates.add(schema)
  return schema
}

/** Before it nothing was bought or paid: a year that low is a slip or an empty date. */
const FIRST_YEAR = 1900
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/

/** A day: «2026-11-24», or 1C's own «2026-11-24T00:00:00». */
export const day = (about = 'День, ГГГГ-ММ-ДД') =>
  dated(
    z
      .string()
      .max(40)
      .describe(about)
      .transform((value, context): string => {
        const match = DAY.exec(value.trim())
        const iso = match ? `${match[1]}-${match[2]}-${match[3]}T00:00:00.000Z` : ''
        if (
          !match ||
          Number(match[1]) < FIRST_YEAR ||
          Number.isNaN(Date.parse(iso)) ||
          new Date(iso).toISOString() !== iso
        ) {
          context.addIssue({ code: 'custom', message: 'date.malformed' })
          return z.NEVER
        }
        return iso
      }),
  )

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** A moment: with a zone, or without one in the time zone of the node (as 1C writes it). */
export const moment = (about = 'Дата и время: «2026-11-24T14:05:00»; без пояса — время 1С') =>
  dated(
    z
      .string()
      .max(40)
      .trim()
      .regex(MOMENT, 'date.malformed')
      .refine((value) => Number(value.slice(0, 4)) >= FIRST_YEAR && isReal(value), 'date.malformed')
      .describe(about),
  )

/** `Date.parse` takes the thirty-first of February for the third of March. */
const isReal = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) &&
  new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(text.slice(0, 10))

/**
 * The moment of what is told as it stands then (a balance, a debt), in UTC: one that lies ahead of the portal's clock
 * would refuse everything that is told after it, so it counts as now and the answer says so.
 */
export function toldAt(text: string, zone: string, field: string, warnings: Warning[]): string {
  const at = toUtc(text, zone)
  const now = Date.now()
  if (Date.parse(at) <= now + CLOCK_TOLERANCE_MS) return at
  warnings.push({ code: 'exchange.momentAhead', params: { moment: text }, field })
  return new Date(now).toISOString()
}

/** Whether what is told as of `at` is older than what was told before. A stored moment that is still to come refuses nothing. */
export const isOlder = (at: string, stored: string | null): boolean =>
  stored !== null && Date.parse(stored) > Date.parse(at) && Date.parse(stored) <= Date.now() + CLOCK_TOLERANCE_MS
