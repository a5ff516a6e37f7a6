import { isLocale, type Locale } from '@/src/lib/i18n'

/** The portal's language nearest to the panel's. */
export const panelLocale = (language: string): Locale => (isLocale(language) ? language : 'ru')
