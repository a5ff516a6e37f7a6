import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about groups. */
export const groupLabels = defineLabels({
  one: { ru: 'Раздел', en: 'Group' },
  many: { ru: 'Разделы', en: 'Groups' },
  group: { ru: 'Каталог', en: 'Catalogue' },
  about: {
    ru: 'Дерево каталога. Скрытый раздел и его товары клиенты не видят.',
    en: 'The catalogue’s tree. Clients see neither a hidden section nor its goods.',
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    slug: { ru: 'Адрес', en: 'Address' },
    parent: { ru: 'Родитель', en: 'Parent' },
    path: { ru: 'Путь', en: 'Path' },
    depth: { ru: 'Уровень', en: 'Level' },
    sort: { ru: 'Порядок', en: 'Order' },
    active: { ru: 'Показывается', en: 'Shown' },
  },
})
