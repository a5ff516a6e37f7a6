import type { Locale } from '../i18n'
import { pathIn } from './localePath'

/**
 * A page of the portal as somebody is taken there, in their language: its path on the site they are on, or the whole
 * address on the site that is named, as letters, papers and messages need it. The panel has one language.
 */
export const linkFor = ({ locale, site }: { locale: Locale; site?: { origin: string } }, path: string): string =>
  site ? new URL(pathIn(path, locale), site.origin).href : pathIn(path, locale)
