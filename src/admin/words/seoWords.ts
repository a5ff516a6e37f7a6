import type { Field, Plugin } from 'payload'
import type { Text } from '@/src/lib/i18n'

/** What the SEO plugin calls its fields: it knows no language but English. */
const LABELS: Readonly<Record<string, Text>> = {
  meta: { ru: 'Для поисковых систем', en: 'For search engines' },
  overview: { ru: 'Готовность', en: 'Overview' },
  title: { ru: 'Заголовок страницы', en: 'Page title' },
  description: { ru: 'Описание для поиска', en: 'Description' },
  image: { ru: 'Картинка', en: 'Picture' },
  preview: { ru: 'Как увидят в поиске', en: 'How search shows it' },
}

/** Names the plugin's fields in both languages; place it after the plugin. */
export const seoWords: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    fields: collection.fields.map((field) => ('name' in field && field.name === 'meta' ? named(field) : field)),
  })),
})

function named(field: Field): Field {
  const label = 'name' in field && field.name ? LABELS[field.name] : undefined
  const inner = 'fields' in field ? { fields: field.fields.map(named) } : {}
  return { ...field, ...inner, ...(label ? { label } : {}) } as Field // the union of fields does not survive the spread
}
