import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about units. */
export const unitLabels = defineLabels({
  one: { ru: 'Единица', en: 'Unit' },
  many: { ru: 'Единицы', en: 'Units' },
  group: { ru: 'Каталог', en: 'Catalogue' },
  about: {
    ru: 'Единицы измерения по ОКЕИ.',
    en: 'Units of measure by OKEI.',
  },
  fields: {
    code: { ru: 'Код ОКЕИ', en: 'OKEI code' },
    name: { ru: 'Обозначение', en: 'Short name' },
    fullName: { ru: 'Полное название', en: 'Full name' },
  },
})
