import { defaultLocale, type Locale } from '@/src/lib/i18n'
import type { TemplateFormat } from './safeParts'

const inLocale = (locale: Locale): string => (locale === defaultLocale ? '' : `?locale=${locale}`)

/** Where a record is printed from a template, and kept. */
export const addressOfTemplatePrint = (kind: string, id: string, format: TemplateFormat, locale: Locale): string =>
  `/api/print/${kind}/${id}/${format}${inLocale(locale)}`

/** Where a version of a template is tried on a record; nothing is kept. */
export const addressOfTrial = (template: string, record: string): string => `/api/print-trials/${template}/${record}`

/** Where an administrator gets the portal's own template, to make another of it. */
export const addressOfBuiltIn = (kind: string, format: TemplateFormat, locale: Locale): string =>
  `/api/print-blanks/${kind}/${format}${inLocale(locale)}`
