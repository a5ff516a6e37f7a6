import { pathIn } from '@/src/lib/http/localePath'
import { say, type Locale } from '@/src/lib/i18n'
import { settings } from '@/src/lib/settings'
import { letterLabels } from './letter.labels'
import { renderLetter as renderTemplate, type LetterBlock } from './letterTemplate'

export type { LetterBlock } from './letterTemplate'

export type Letter = {
  locale: Locale
  /** Name of the site that writes. */
  brand: string
  hue: number
  subject: string
  blocks: readonly LetterBlock[]
  /** Why the person got this; «you use this portal» when left out. */
  why?: string
  /** Path of the page where people choose which letters they get. */
  preferences?: string
}

/** A page of the portal as a whole address, in the language of whoever reads the letter. */
export const addressOf = (path: string, locale: Locale): string => new URL(pathIn(path, locale), settings().PUBLIC_URL).href

/** A letter of the portal in both forms; links must be whole addresses. */
export function renderLetter({ locale, brand, hue, subject, blocks, why, preferences }: Letter): { html: string; text: string } {
  return renderTemplate({
    locale,
    brand: { name: brand, hue, siteUrl: addressOf('/', locale) },
    preview: subject,
    blocks,
    why: why ?? say(letterLabels.why, locale, { brand }),
    ...(preferences ? { preferencesUrl: addressOf(preferences, locale) } : {}),
  })
}
