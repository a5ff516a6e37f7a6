import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about prices. */
export const priceLabels = defineLabels({
  one: { ru: 'Цена', en: 'Price' },
  many: { ru: 'Цены', en: 'Prices' },
  group: { ru: 'Каталог', en: 'Catalogue' },
  about: {
    ru: 'Цена каждого предложения по каждому типу цен. Обычно их присылает 1С.',
    en: 'The price of each offer by each price type. Usually 1C sends them.',
  },
  fields: {
    sku: { ru: 'Предложение', en: 'Offer' },
    priceType: { ru: 'Тип цен', en: 'Price type' },
    price: { ru: 'Цена', en: 'Price' },
    currency: { ru: 'Валюта', en: 'Currency' },
    minQty: { ru: 'От количества', en: 'From quantity' },
    maxQty: { ru: 'До количества включительно', en: 'Up to quantity, inclusive' },
    perQty: { ru: 'За сколько единиц', en: 'For how many units' },
    unit: { ru: 'Единица', en: 'Unit' },
    active: { ru: 'Действует', en: 'In force' },
  },
})
