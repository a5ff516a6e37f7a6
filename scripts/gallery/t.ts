import type { Locale, Text } from '@/src/lib/i18n'

export const both = (ru: string, en: string): Text => ({ ru, en })

export type Page = { path: string; frame: boolean; body: (locale: Locale) => React.ReactNode }

/** The day on which the gallery was drawn. */
export const NOW = new Date('2026-11-24T10:45:00+03:00')
