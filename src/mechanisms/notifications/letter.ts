import { linkFor } from '@/src/lib/http/linkFor'
import { say, type Locale } from '@/src/lib/i18n'
import type { SiteBrand } from '../sites/brand'
import { letterLabels } from './letter.labels'
import { renderTemplate as renderTemplate, type LetterBlock } from './letterTemplate'

export type { LetterBlock } from './letterTemplate'

export type Letter = {
  locale: Locale
  /** The site that writes, and where its links lead. */
  site: SiteBrand
  subject: string
  blocks: readonly LetterBlock[]
  /** Why the person got this; «you use this portal» when left out. */
  why?: string
  /** Path of the page where people choose which letters they get. */
  preferences?: string
}

/** A letter of the portal in both forms; links must be whole addresses. */
export function renderLetter({ locale, site, subject, blocks, why, preferences }: Letter): {
  html: string
  text: string
} {
  return renderTemplate({
    locale,
    brand: { name: site.name, hue: site.hue, siteUrl: linkFor({ locale, site }, '/') },
    preview: subject,
    blocks,
    why: why ?? say(letterLabels.why, locale, { brand: site.name }),
    ...(preferences ? { preferencesUrl: linkFor({ locale, site }, preferences) } : {}),
  })
}
