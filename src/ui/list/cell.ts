import type { ReactNode } from 'react'
import { fullDate, humanDate, longDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { baseLabels } from '../base/base.labels'
import type { StateTone } from '../base/State'
import { spaced } from '../money/spaces'
import type { PreviewItem } from '../preview/previewItem'

/**
 * What a cell says, as data: it goes to the browser once, worded, and ListCell draws it. One key says what it is; the
 * functions below make them. Words alone are words.
 */
export type Bit =
  | string
  | { strong: string }
  | { quiet: Bit }
  | { note: Bit | readonly Bit[] }
  | { date: string; full: string }
  | { sum: string; rest: string; tone?: 'good' }
  | { state: string; tone: StateTone }
  | { done: number; all: number; says: string }
  | { link: string; href: string }
  | { opens: PreviewItem; words: string; saveAs: string | true; save: string }
  | { none: string }

/** A cell: bits, or an element of one's own for what no bit says. */
export type Cell = Bit | readonly Bit[] | ReactNode

/** What the row is called. */
export const strong = (text: string): Bit => ({ strong: text })

/** Said in the same line, less loudly. */
export const quiet = (bit: Bit): Bit => ({ quiet: bit })

/** A line of its own below, less loudly; nothing where there is nothing to say. */
export const note = (...bits: (Bit | null | undefined | false)[]): Bit[] => {
  const said = bits.filter((bit): bit is Bit => Boolean(bit))
  return said.length > 0 ? [{ note: said.length === 1 ? (said[0] ?? '') : said }] : []
}

/** A date as people say it, or as a whole day; the full one on hover and on paper. */
export const date = (value: string, locale: Locale, zone?: string, style: 'human' | 'day' = 'human'): Bit => ({
  date: style === 'day' ? longDay(value, locale, zone) : humanDate(value, locale, zone),
  full: fullDate(value, locale, zone),
})

/** A sum of minor units, its kopecks lighter. */
export function sum(amount: number, currency: string, locale: Locale, tone?: 'good'): Bit {
  const { sign, whole, fraction, currency: mark, lead } = formatMoney(amount, currency, locale)
  const before = lead === null ? '' : mark + spaced(lead)
  return {
    sum: sign + before + spaced(whole),
    rest: lead === null ? `${fraction}\u00a0${mark}` : fraction,
    ...(tone ? { tone } : {}),
  }
}

/** A dot and a word. */
export const state = (word: string, tone: StateTone = 'idle'): Bit => ({ state: word, tone })

/** Small bars below: how far along its way it is. */
export const rail = ({ done, all }: { done: number; all: number }, locale: Locale): Bit => ({
  done,
  all,
  says: say(baseLabels.steps, locale, { done, all }),
})

/** Words that lead elsewhere; plain words where the person may not go. */
export const link = (text: string, href: string | null): Bit => (href ? { link: text, href } : text)

/** A file: opened over the page, and kept. */
export const file = (opens: PreviewItem, words: string, save: { as: string | null; words: string }): Bit => ({
  opens,
  words,
  saveAs: save.as ?? true,
  save: save.words,
})

/** Nothing here: a dash, and on a phone not even that. */
export const none = (locale: Locale): Bit => ({ none: say(baseLabels.none, locale) })
