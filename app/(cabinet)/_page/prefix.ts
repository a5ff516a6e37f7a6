import type { Locale } from '@/src/lib/i18n'

/** How addresses of a language begin: Russian is the portal's own and has no prefix. */
export const prefixes: Record<Locale, string> = { ru: '', en: '/en' }
export const prefixOf = (locale: Locale): string => prefixes[locale]
