import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about price types. */
export const priceTypeLabels = defineLabels({
  one: { ru: 'Тип цен', en: 'Price type' },
  many: { ru: 'Типы цен', en: 'Price types' },
  group: { ru: 'Каталог', en: 'Catalogue' },
  about: {
    ru: 'По какому из них клиент видит цены, говорит его карточка или договор.',
    en: 'Which of them a client sees is said by the client’s record or contract.',
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    currency: { ru: 'Валюта', en: 'Currency' },
    vatIncluded: { ru: 'НДС в цене', en: 'VAT included' },
    base: { ru: 'Для клиентов без своего типа цен', en: 'For clients without a price type' },
    retail: { ru: 'Розничная, для сравнения', en: 'Retail, for comparison' },
    active: { ru: 'Действует', en: 'Active' },
  },
})
