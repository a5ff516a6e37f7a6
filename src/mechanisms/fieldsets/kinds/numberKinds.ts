import { z } from 'zod'
import { numericDay } from '@/src/lib/dates'
import { parseDecimal } from '@/src/lib/decimal'
import { isAppError } from '@/src/lib/errors'
import { formatMoney } from '@/src/lib/money'
import type { Locale } from '@/src/lib/i18n'
import { defineFieldKind } from '../defineFieldKind'
import { fieldWords } from '../fieldsets.labels'
import { issue } from '../issue'

const LONGEST = 40
const DEFAULT_CURRENCY = 'RUB'

/** A decimal as it is read: a comma in Russian. */
const inLanguage = (decimal: string, locale: Locale): string => (locale === 'ru' ? decimal.replace('.', ',') : decimal)

defineFieldKind<string>({
  kind: 'number',
  label: { ru: 'Число', en: 'Number' },
  control: { as: 'line', inputMode: 'decimal', max: LONGEST },
  simple: true,
  schema: () =>
    z.string().transform((text, context) => {
      if (text.length > LONGEST) issue(context, 'input.tooLong', { max: LONGEST })
      else {
        const tidy = text.replace(/(?<=\d)[\s\u00a0\u2009\u202f](?=\d{3})/g, '').replace('−', '-')
        if (/^-?\d{1,15}([.,]\d{1,6})?$/.test(tidy)) return tidy.replace(',', '.')
        issue(context, 'number.malformed', { value: text })
      }
      return z.NEVER
    }),
  words: (value, _field, locale) => inLanguage(value, locale),
  cell: (value) => ({ type: 'number', of: Number(value) }),
})

type Money = { amount: number; currency: string }

/** A sum in minor units of the currency that the field has. */
defineFieldKind<Money>({
  kind: 'money',
  label: { ru: 'Деньги', en: 'Money' },
  control: { as: 'line', inputMode: 'decimal', max: LONGEST, tidy: 'sum' },
  simple: true,
  block: [
    {
      name: 'currency',
      type: 'text',
      label: { ru: 'Валюта', en: 'Currency' },
      defaultValue: DEFAULT_CURRENCY,
      maxLength: 3,
    },
  ],
  schema: ({ currency }) =>
    z.string().transform((text, context) => {
      try {
        return { amount: parseDecimal(text, 2), currency: currency || DEFAULT_CURRENCY }
      } catch (error) {
        if (!isAppError(error)) throw error
        issue(context, error.code, error.params)
        return z.NEVER
      }
    }),
  words: ({ amount, currency }, _field, locale) => formatMoney(amount, currency, locale).text,
  cell: ({ amount }) => ({ type: 'money', of: amount }),
  typed: ({ amount }, { name }) => ({ [name]: `${amount < 0 ? '-' : ''}${plain(Math.abs(amount))}` }),
})

const plain = (amount: number): string => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`

const day = (text: string): boolean => z.iso.date().safeParse(text).success && text >= '0100'
const dayWords = (value: string): string => numericDay(`${value}T00:00:00Z`, 'UTC')

defineFieldKind<string>({
  kind: 'date',
  label: { ru: 'Дата', en: 'Date' },
  control: { as: 'line', type: 'date' },
  simple: true,
  schema: () =>
    z.string().superRefine((text, context) => {
      if (!day(text)) issue(context, 'date.malformed')
    }),
  words: dayWords,
  cell: (value) => ({ type: 'date', of: value }),
})

type Period = { from: string; to: string }

/** Two days, the second not before the first. */
defineFieldKind<Period>({
  kind: 'period',
  label: { ru: 'Период', en: 'Period' },
  control: {
    as: 'parts',
    parts: [
      { key: 'from', label: fieldWords.from, type: 'date' },
      { key: 'to', label: fieldWords.to, type: 'date' },
    ],
  },
  at: 'from',
  read: (typed, { name }) => partsOf(typed, name, ['from', 'to']),
  schema: () =>
    z.record(z.string(), z.string()).transform(({ from = '', to = '' }, context) => {
      for (const [key, text] of [
        ['from', from],
        ['to', to],
      ] as const)
        if (!day(text)) issue(context, text === '' ? 'input.required' : 'date.malformed', {}, [key])
      if (day(from) && day(to) && to < from) issue(context, 'period.backwards', {}, ['to'])
      return { from, to }
    }),
  words: ({ from, to }) => `${dayWords(from)} — ${dayWords(to)}`,
  typed: ({ from, to }, { name }) => ({ [`${name}.from`]: from, [`${name}.to`]: to }),
})

/** The parts of a field by their names; undefined where all of them are empty. */
export function partsOf(
  typed: Readonly<Record<string, string>>,
  name: string,
  keys: readonly string[],
): Record<string, string> | undefined {
  const parts = Object.fromEntries(keys.map((key) => [key, (typed[`${name}.${key}`] ?? '').trim()]))
  return Object.values(parts).some((text) => text !== '') ? parts : undefined
}
