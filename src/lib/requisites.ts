import { say, type Locale } from './i18n'

const words = { inn: { ru: 'ИНН', en: 'INN' }, kpp: { ru: 'КПП', en: 'KPP' } }

/** «ИНН 7707083893, КПП 770701001», as far as they are known; empty when neither is. */
export function requisitesText({ inn, kpp }: { inn: string | null; kpp: string | null }, locale: Locale): string {
  return [inn && `${say(words.inn, locale)} ${inn}`, kpp && `${say(words.kpp, locale)} ${kpp}`]
    .filter(Boolean)
    .join(', ')
}
