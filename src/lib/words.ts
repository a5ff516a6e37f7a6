import type { Locale } from './i18n'
import { englishNumber, russianGenitive, russianNumber, type Gender } from './numerals'

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

const DAYS =
  'первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое одиннадцатое двенадцатое тринадцатое четырнадцатое пятнадцатое шестнадцатое семнадцатое восемнадцатое девятнадцатое двадцатое'.split(
    ' ',
  )
const YEARS =
  ',первого,второго,третьего,четвёртого,пятого,шестого,седьмого,восьмого,девятого,десятого,одиннадцатого,двенадцатого,тринадцатого,четырнадцатого,пятнадцатого,шестнадцатого,семнадцатого,восемнадцатого,девятнадцатого'.split(
    ',',
  )
const YEAR_TENS =
  ',,двадцатого,тридцатого,сорокового,пятидесятого,шестидесятого,семидесятого,восьмидесятого,девяностого'.split(',')
const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

/** «двадцать седьмое ноября две тысячи двадцать шестого года» of "2026-11-27"; in the genitive «двадцать седьмого ноября …». Years from 1900 to 2099; else a RangeError. */
export function dayInWords(day: string, grammatical: 'nominative' | 'genitive' = 'nominative'): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const known = MONTHS[Number(month) - 1]
  if (!known || Number(date) < 1 || Number(date) > 31 || Number(year) < 1900 || Number(year) > 2099)
    throw new RangeError('dayInWords: not a day of these centuries')
  const ordinal = dayOrdinal(Number(date))
  const said = grammatical === 'genitive' ? ordinal.replace(/ье$/, 'ьего').replace(/ое$/, 'ого') : ordinal
  return `${said} ${known} ${yearInWords(Number(year))} года`
}

function dayOrdinal(date: number): string {
  if (date <= 20) return DAYS[date - 1] ?? ''
  if (date === 30) return 'тридцатое'
  return `${date > 30 ? 'тридцать' : 'двадцать'} ${DAYS[(date % 10) - 1] ?? ''}`
}

function yearInWords(year: number): string {
  if (year === 2000) return 'двухтысячного'
  const rest = year % 100
  if (rest === 0) return 'тысяча девятисотого'
  const century = year < 2000 ? 'тысяча девятьсот' : 'две тысячи'
  if (rest < 20) return `${century} ${YEARS[rest] ?? ''}`
  if (rest % 10 === 0) return `${century} ${YEAR_TENS[rest / 10] ?? ''}`
  return `${century} ${russianNumber(rest - (rest % 10))} ${YEARS[rest % 10] ?? ''}`
}

/** A whole number with its noun, both ways: «14 (четырнадцать) дней»; in the genitive «14 (четырнадцати) дней», with forms to it. */
export function countInWords(
  count: number,
  forms: RussianForms,
  { gender = 'm', genitive = false }: { gender?: Gender; genitive?: boolean } = {},
): string {
  const words = genitive ? russianGenitive(count, gender) : russianNumber(count, gender)
  return `${count} (${words}) ${pluralRu(count, forms)}`
}
