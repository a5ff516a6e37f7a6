import type { Locale } from './i18n'
import { englishNumber, russianNumber, type Gender } from './numerals'

/** [1 заказ, 2 заказа, 5 заказов] */
export type RussianForms = readonly [one: string, few: string, many: string]

/** The form of a Russian noun that goes with a whole number. */
export function pluralRu(count: number, [one, few, many]: RussianForms): string {
  const last = Math.abs(count) % 10
  const lastTwo = Math.abs(count) % 100
  if (lastTwo >= 11 && lastTwo <= 14) return many
  if (last === 1) return one
  return last >= 2 && last <= 4 ? few : many
}

/** [1 order, 2 orders] */
export function pluralEn(count: number, [one, many]: readonly [string, string]): string {
  return Math.abs(count) === 1 ? one : many
}

type CurrencyWords = {
  gender: Gender
  ru: { unit: RussianForms; minor: RussianForms }
  en: { unit: readonly [string, string]; minor: readonly [string, string] }
}

const CENTS: RussianForms = ['цент', 'цента', 'центов']
const TIYN: RussianForms = ['тиын', 'тиына', 'тиынов']
const KOPECKS: RussianForms = ['копейка', 'копейки', 'копеек']
const ROUBLE: CurrencyWords = {
  gender: 'm',
  ru: { unit: ['рубль', 'рубля', 'рублей'], minor: KOPECKS },
  en: { unit: ['rouble', 'roubles'], minor: ['kopeck', 'kopecks'] },
}

const CURRENCIES: Record<string, CurrencyWords> = {
  RUB: ROUBLE,
  RUR: ROUBLE,
  BYN: {
    gender: 'm',
    ru: { unit: ['белорусский рубль', 'белорусских рубля', 'белорусских рублей'], minor: KOPECKS },
    en: { unit: ['Belarusian rouble', 'Belarusian roubles'], minor: ['kopeck', 'kopecks'] },
  },
  USD: {
    gender: 'm',
    ru: { unit: ['доллар США', 'доллара США', 'долларов США'], minor: CENTS },
    en: { unit: ['US dollar', 'US dollars'], minor: ['cent', 'cents'] },
  },
  EUR: {
    gender: 'm',
    ru: { unit: ['евро', 'евро', 'евро'], minor: CENTS },
    en: { unit: ['euro', 'euros'], minor: ['cent', 'cents'] },
  },
  KZT: {
    gender: 'm',
    ru: { unit: ['тенге', 'тенге', 'тенге'], minor: TIYN },
    en: { unit: ['tenge', 'tenge'], minor: ['tiyn', 'tiyn'] },
  },
  CNY: {
    gender: 'm',
    ru: { unit: ['китайский юань', 'китайских юаня', 'китайских юаней'], minor: ['фэнь', 'фэня', 'фэней'] },
    en: { unit: ['yuan', 'yuan'], minor: ['fen', 'fen'] },
  },
}

/**
 * A sum of minor units in words, as a Russian invoice wants it:
 * «Сто восемьдесят две тысячи четыреста рублей 00 копеек». A currency without words keeps its code.
 */
export function sumInWords(amount: number, currency: string, locale: Locale): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`a whole number was expected, got ${amount}`)
  const size = Math.abs(amount)
  const minor = size % 100
  const units = (size - minor) / 100
  const words = Object.hasOwn(CURRENCIES, currency) ? CURRENCIES[currency] : undefined
  const figures = String(minor).padStart(2, '0')

  let text: string
  if (locale === 'ru') {
    const unit = words ? pluralRu(units, words.ru.unit) : currency
    const name = words ? ` ${pluralRu(minor, words.ru.minor)}` : '/100'
    text = `${amount < 0 ? 'минус ' : ''}${russianNumber(units, words?.gender ?? 'm')} ${unit} ${figures}${name}`
  } else {
    const unit = words ? pluralEn(units, words.en.unit) : currency
    const name = words ? ` ${pluralEn(minor, words.en.minor)}` : '/100'
    text = `${amount < 0 ? 'minus ' : ''}${englishNumber(units)} ${unit} ${figures}${name}`
  }
  return text.charAt(0).toUpperCase() + text.slice(1)
}
