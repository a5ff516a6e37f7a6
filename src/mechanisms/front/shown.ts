import { z } from 'zod'
import { formatDecimal } from '@/src/lib/decimal'
import { isAppError } from '@/src/lib/errors'
import type { Text } from '@/src/lib/i18n'
import { parseMoney, parseQty } from '@/src/lib/money'
import type { MoneySum } from '@/src/lib/moneySums'
import type { TransitionBar } from '../workflow/transitionBar'

/** What a field of `/api/v1` is, in both languages, for the description. */
const words = z.registry<Text>()

/** The schema with what it is said to be. */
export function described<S extends z.ZodType>(schema: S, text: Text): S {
  words.add(schema, text)
  return schema
}

/** Said of the schema itself or, where that may be left out or is read into something else, of what it wraps. */
export function wordsOf(schema: z.core.$ZodType): Text | undefined {
  const { innerType, in: read } = schema._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType } // wrappers and pipes have one each
  const inner = innerType ?? read
  return words.get(schema as z.ZodType) ?? (inner && wordsOf(inner))
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/
const decimal = (text: Text): z.ZodString => described(z.string().regex(DECIMAL), text)

/** «1234.50»: units of the currency that stands beside it. */
export const sum = (): z.ZodString =>
  decimal({ ru: 'Сумма в валюте рядом: «1234.50»', en: 'A sum in the currency beside it: “1234.50”' })
/** «12.3450»: of one unit, VAT inside. */
export const price = (): z.ZodString =>
  decimal({ ru: 'Цена за единицу с НДС: «12.50»', en: 'Price of one unit, VAT included: “12.50”' })
export const quantity = (): z.ZodString => decimal({ ru: 'Количество: «1.5»', en: 'A quantity: “1.5”' })
export const currency = (): z.ZodString => described(z.string(), { ru: 'Код ISO 4217', en: 'ISO 4217 code' })
export const day = (): z.ZodString => z.string().meta({ format: 'date' })
export const moment = (): z.ZodString => z.string().meta({ format: 'date-time' })
export const moneySum = z.object({ amount: sum(), currency: currency() })
export const idIn = z.object({
  id: described(z.uuid(), { ru: 'Идентификатор из списка', en: 'The id that the list tells' }),
})

export const sumText = (minor: number): string => formatDecimal(minor, 2, 2)
export const priceText = (value: number): string => formatDecimal(value, 4, 2)
export const qtyText = (thousandths: number): string => formatDecimal(thousandths, 3)
export const sumsShown = (sums: readonly MoneySum[]): z.input<typeof moneySum>[] =>
  sums.map(({ amount, currency: code }) => ({ amount: sumText(amount), currency: code }))

/** A day of the calendar that is kept as midnight of UTC, or is a day already. */
export const dayShown = (value: string | null): string | null =>
  value === null ? null : new Date(value).toISOString().slice(0, 10)
export const momentShown = (value: string | null): string | null =>
  value === null ? null : new Date(value).toISOString()

/** A number or a decimal text; the integer that the portal keeps. Never through floating sums. */
const read = (parse: (text: string) => number, text: Text) =>
  described(z.union([z.string().max(40), z.number()]), text).transform((value, context) => {
    try {
      return parse(String(value))
    } catch (error) {
      if (!isAppError(error)) throw error
      context.addIssue({ code: 'custom', message: error.code, params: error.params })
      return z.NEVER
    }
  })

export const sumInput = () => read(parseMoney, { ru: 'Сумма: «1234.50» или 1234.5', en: 'A sum: “1234.50” or 1234.5' })
export const quantityInput = () => read(parseQty, { ru: 'Количество: «1.5» или 1.5', en: 'A quantity: “1.5” or 1.5' })

const needed = z.object({ label: z.string(), optional: z.boolean() })
/** A step that the person may make with a record. */
export const transition = z.object({
  name: described(z.string(), {
    ru: 'Последняя часть адреса перехода',
    en: 'The last part of the transition’s address',
  }),
  label: z.string(),
  question: z.string().nullable(),
  comment: needed.nullable(),
  files: needed.nullable(),
  fields: z.array(needed.extend({ name: z.string(), type: z.string(), values: z.array(z.string()).optional() })),
  signature: needed.nullable(),
})

export const transitionsShown = ({ options }: TransitionBar): z.input<typeof transition>[] =>
  options.map(({ name, label, question, comment, files, fields, signature }) => ({
    name,
    label,
    question: question?.text ?? null,
    comment,
    files,
    fields: fields.map(({ name: field, type, label: called, optional, options: values }) => ({
      name: field,
      type,
      label: called,
      optional,
      ...(values ? { values: values.map(({ value }) => value) } : {}),
    })),
    signature,
  }))
