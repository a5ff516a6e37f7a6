import { defineLabels } from '@/src/lib/i18n'

export const mediaLabels = defineLabels({
  one: { ru: 'Картинка', en: 'Picture' },
  many: { ru: 'Картинки', en: 'Pictures' },
  group: { ru: 'Портал', en: 'Portal' },
  about: {
    ru: 'Картинки товаров и людей. Файлы документов лежат отдельно и закрыты.',
    en: 'Pictures of goods and people. Files of documents are kept apart and closed.',
  },
  fields: {
    alt: { ru: 'Что на картинке', en: 'What it shows' },
    person: { ru: 'Чья фотография', en: 'Whose photograph' },
    externalPath: { ru: 'Путь в 1С', en: 'Path in 1C' },
    contentHash: { ru: 'Хеш содержимого', en: 'Content hash' },
  },
})
