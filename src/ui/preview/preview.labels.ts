import { defineLabels, say, type Locale } from '@/src/lib/i18n'

const labels = defineLabels({
  name: { ru: 'Просмотр документа', en: 'Document preview' },
  loading: { ru: 'Открываем', en: 'Opening' },
  failed: { ru: 'Не получилось показать здесь', en: 'It could not be shown here' },
  failedText: {
    ru: 'Скачайте файл: он откроется в своей программе.',
    en: 'Download the file: it will open in its own application.',
  },
  other: { ru: 'Такие файлы здесь не показать', en: 'Such files cannot be shown here' },
  download: { ru: 'Скачать', en: 'Download' },
  details: { ru: 'О документе', en: 'About the document' },
  page: { ru: 'Страница {page} из {pages}', en: 'Page {page} of {pages}' },
  pages: { ru: 'Страниц: {pages}', en: 'Pages: {pages}' },
  of: { ru: '{at} из {all}', en: '{at} of {all}' },
  previous: { ru: 'Предыдущий документ', en: 'Previous document' },
  next: { ru: 'Следующий документ', en: 'Next document' },
  larger: { ru: 'Крупнее', en: 'Larger' },
  smaller: { ru: 'Мельче', en: 'Smaller' },
  close: { ru: 'Закрыть', en: 'Close' },
  keys: { ru: '← → листают документы, Esc закрывает', en: '← → go through the documents, Esc closes' },
})

export type PreviewWords = Record<keyof typeof labels, string>

/** The words for the browser's part, with `{page}` and the like left in for it to fill. */
export function previewWords(locale: Locale): PreviewWords {
  const marks = { page: '{page}', pages: '{pages}', at: '{at}', all: '{all}' }
  return Object.fromEntries(
    Object.entries(labels).map(([key, text]) => [key, say(text, locale, marks)]),
  ) as PreviewWords // the same keys
}
