import { IntlMessageFormat } from 'intl-messageformat'

export const locales = ['ru', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'ru'

/** One thing to say, in both languages. The strings are ICU messages (plural, number, select, date). */
export type Text = { ru: string; en: string }

/** What is put into a message; a param that is a Text itself is said in the message's own language. */
export type TextParams = Record<string, string | number | boolean | Date | Text | null | undefined>

export type LabelTree = { [key: string]: Text | LabelTree }

/** Marks a file of words; gives it back unchanged with its exact keys, so that a wrong key does not compile. */
export function defineLabels<const T extends LabelTree>(labels: T): T {
  return labels
}

export function isLocale(value: unknown): value is Locale {
  return value === 'ru' || value === 'en'
}

/** A label as Payload keeps those of our declarations, `{ ru, en }` or one text; null where it is neither. */
export function labelText(label: unknown, locale: Locale): string | null {
  if (typeof label === 'string') return label
  const text: unknown =
    label && typeof label === 'object' ? Object.entries(label).find(([key]) => key === locale)?.[1] : null
  return typeof text === 'string' ? text : null
}

/** Messages may come from an admin's texts, so the cache has a ceiling. */
const CACHE_LIMIT = 5_000
const compiled = new Map<string, IntlMessageFormat | null>()

/**
 * The text in the language, with the params put in.
 * Never throws: a malformed message or a missing param gives the raw message with the known params in place.
 */
export function say(text: Text, locale: Locale, params?: TextParams): string {
  const message = text[locale] || text[defaultLocale] || text.en || ''
  if (!message.includes('{')) return message

  const spoken = inLanguage(params, locale)
  const format = compile(message, locale)
  if (!format) return fillPlainly(message, spoken)
  try {
    const result: unknown = format.format(spoken)
    return typeof result === 'string' ? result : fillPlainly(message, spoken)
  } catch {
    return fillPlainly(message, spoken)
  }
}

type Plain = Record<string, string | number | boolean | Date | null | undefined>

const isText = (value: TextParams[string]): value is Text =>
  typeof value === 'object' && value !== null && 'ru' in value && 'en' in value

function inLanguage(params: TextParams | undefined, locale: Locale): Plain | undefined {
  return (
    params &&
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, isText(value) ? say(value, locale) : value]),
    )
  )
}

function compile(message: string, locale: Locale): IntlMessageFormat | null {
  const key = `${locale}\n${message}`
  const known = compiled.get(key)
  if (known !== undefined) return known

  let format: IntlMessageFormat | null
  try {
    format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
  } catch {
    format = null
  }
  if (compiled.size >= CACHE_LIMIT) compiled.clear()
  compiled.set(key, format)
  return format
}

function fillPlainly(message: string, params: Plain = {}): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    return value === undefined || value === null ? whole : String(value)
  })
}
