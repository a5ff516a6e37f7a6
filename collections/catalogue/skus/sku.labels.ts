import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about skus. */
export const skuLabels = defineLabels({
  one: { ru: 'Предложение', en: 'Offer' },
  many: { ru: 'Предложения', en: 'Offers' },
  group: { ru: 'Каталог', en: 'Catalogue' },
  about: {
    ru: 'То, что кладут в корзину: товар или его вариант (размер, цвет).',
    en: 'What is put into a cart: a product or its variant (size, colour).',
  },
  fields: {
    product: { ru: 'Товар', en: 'Product' },
    name: { ru: 'Название', en: 'Name' },
    article: { ru: 'Артикул', en: 'Article' },
    characteristics: { ru: 'Характеристики', en: 'Characteristics' },
    barcode: { ru: 'Штрихкод', en: 'Barcode' },
    unit: { ru: 'Единица', en: 'Unit' },
    active: { ru: 'Показывается', en: 'Shown' },
  },
})
