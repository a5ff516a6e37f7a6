import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about stocks. */
export const stockLabels = defineLabels({
  one: { ru: 'Остаток', en: 'Stock' },
  many: { ru: 'Остатки', en: 'Stock' },
  group: { ru: 'Каталог', en: 'Catalogue' },
  about: {
    ru: 'Сколько чего на каком складе. Обычно остатки присылает 1С.',
    en: 'How much there is in which warehouse. Usually 1C sends it.',
  },
  fields: {
    sku: { ru: 'Предложение', en: 'Offer' },
    warehouse: { ru: 'Склад', en: 'Warehouse' },
    qty: { ru: 'Количество', en: 'Quantity' },
    expectedQty: { ru: 'Ожидается', en: 'Expected' },
    expectedAt: { ru: 'Когда поступит', en: 'Expected on' },
  },
})
