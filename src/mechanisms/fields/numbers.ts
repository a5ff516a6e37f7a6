import type { NumberField, Validate } from 'payload'
import { currencyCode } from '@/src/lib/currencies'
import { defaultLocale, isLocale, say, type Text } from '@/src/lib/i18n'

type Options = {
  required?: boolean
  defaultValue?: number
  index?: boolean
  readOnly?: boolean
  allowNegative?: boolean
}

const whole: Validate<number | number[] | null | undefined> = (value, { required, req }) => {
  if (value === null || value === undefined) return required ? req.t('validation:required') : true
  return Number.isSafeInteger(value) || req.t('validation:enterNumber')
}

const integer =
  (kind: 'money' | 'price' | 'qty') =>
  (name: string, label: Text, options: Options = {}): NumberField =>
    ({
      name,
      type: 'number',
      label,
      ...(options.required ? { required: true } : {}),
      ...(options.defaultValue !== undefined ? { defaultValue: options.defaultValue } : {}),
      ...(options.index ? { index: true } : {}),
      ...(options.allowNegative ? {} : { min: 0 }),
      validate: whole,
      custom: { kind },
      admin: {
        ...(options.readOnly ? { readOnly: true } : {}),
        components: {
          Field: { path: '/src/admin/fields/ScaledNumberField#ScaledNumberField', clientProps: { kind } },
          Cell: { path: '/src/admin/fields/ScaledNumberCell#ScaledNumberCell', clientProps: { kind } },
        },
      },
    }) as NumberField

/** Integer minor units of the record's currency (kopecks), typed by people as roubles. */
export const moneyField = integer('money')
/** Unit price, an integer of 1/10,000 of a currency unit: 1C keeps prices that fine. */
export const priceField = integer('price')
/** Quantity, an integer of thousandths of the unit. */
export const quantityField = integer('qty')

const UNKNOWN: Text = {
  ru: 'Укажите код валюты по ISO 4217: RUB, USD, EUR',
  en: 'Please give a currency code of ISO 4217: RUB, USD, EUR',
}

const known = (value: unknown, { req }: { req: { i18n?: { language?: string } } }): true | string =>
  (typeof value === 'string' && currencyCode(value) === value) ||
  say(UNKNOWN, isLocale(req.i18n?.language) ? req.i18n.language : defaultLocale)

/** What a form begins with where nobody has said which money it is. */
export const FORM_CURRENCY = 'RUB'

/** A currency that may be left out: nothing stands in for it. */
export const optionalCurrencyField = (name: string, label: Text, description: Text) =>
  ({
    name,
    type: 'text',
    label,
    defaultValue: FORM_CURRENCY,
    maxLength: 3,
    admin: { description },
    validate: (value: unknown, options: Parameters<typeof known>[1]) =>
      value === null || value === undefined || value === '' ? true : known(value, options),
  }) as const

/** ISO 4217 code beside money fields. */
export const currencyField = (name = 'currency') =>
  ({
    name,
    type: 'text',
    label: { ru: 'Валюта', en: 'Currency' },
    required: true,
    defaultValue: FORM_CURRENCY,
    minLength: 3,
    maxLength: 3,
    validate: known,
  }) as const
