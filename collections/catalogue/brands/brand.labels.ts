import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about brands. */
export const brandLabels = defineLabels({
  one: { ru: 'Бренд', en: 'Brand' },
  many: { ru: 'Бренды', en: 'Brands' },
  group: { ru: 'Каталог', en: 'Catalogue' },
  about: {
    ru: 'Производители и марки товаров; приходят из 1С.',
    en: 'Makers and brands of goods; they come from 1C.',
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    slug: { ru: 'Адрес', en: 'Address' },
    active: { ru: 'Показывается', en: 'Shown' },
  },
})
