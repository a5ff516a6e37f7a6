import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about saved views in the panel. */
export const listViewLabels = defineLabels({
  one: { ru: 'Сохранённый вид', en: 'Saved view' },
  many: { ru: 'Сохранённые виды', en: 'Saved views' },
  group: { ru: 'Люди и доступ', en: 'People and access' },
  about: {
    ru: 'Отборы, порядок и колонки списков, которые люди сохранили для себя или для всей компании.',
    en: 'Filters, order and columns of lists that people have saved for themselves or for their company.',
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    list: { ru: 'Список', en: 'List' },
    user: { ru: 'Кто сохранил', en: 'Saved by' },
    company: { ru: 'Виден всей компании', en: 'Shown to the company' },
    search: { ru: 'Отбор и порядок', en: 'Filter and order' },
    look: { ru: 'Колонки и высота строк', en: 'Columns and height of rows' },
  },
})
