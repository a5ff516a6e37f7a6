import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about exchange changes. */
export const exchangeChangeLabels = defineLabels({
  one: { ru: 'Изменение для 1С', en: 'Change for 1C' },
  many: { ru: 'Изменения для 1С', en: 'Changes for 1C' },
  group: { ru: 'Обмен с 1С', en: 'Exchange with 1C' },
  about: {
    ru: 'Что портал приготовил для 1С, по порядку.',
    en: 'What the portal has ready for 1C, in order.',
  },
  fields: {
    seq: { ru: '№', en: 'No.' },
    entity: { ru: 'Вид', en: 'Entity' },
    entityId: { ru: 'Запись', en: 'Record' },
    event: { ru: 'Что случилось', en: 'What happened' },
    origin: { ru: 'Какой узел изменил', en: 'Changed by node' },
  },
})
