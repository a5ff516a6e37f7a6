import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about products. */
export const productLabels = defineLabels({
  one: { ru: 'Товар', en: 'Product' },
  many: { ru: 'Товары', en: 'Products' },
  group: { ru: 'Каталог', en: 'Catalogue' },
  about: {
    ru: 'Карточки товаров. Цены и остатки у товара — по его предложениям.',
    en: 'Cards of goods. Prices and stock belong to their offers.',
  },
  fields: {
    name: { ru: 'Наименование', en: 'Name' },
    article: { ru: 'Артикул', en: 'Article' },
    slug: { ru: 'Адрес', en: 'Address' },
    group: { ru: 'Раздел', en: 'Group' },
    brand: { ru: 'Бренд', en: 'Brand' },
    unit: { ru: 'Единица', en: 'Unit' },
    vatRate: { ru: 'Ставка НДС, %', en: 'VAT rate, %' },
    barcode: { ru: 'Штрихкод', en: 'Barcode' },
    description: { ru: 'Описание', en: 'Description' },
    properties: { ru: 'Свойства', en: 'Properties' },
    images: { ru: 'Фотографии', en: 'Pictures' },
    weight: { ru: 'Вес, г', en: 'Weight, g' },
    packSize: { ru: 'Упаковка: заказывают кратно ей', en: 'Pack: ordered in multiples of it' },
    active: { ru: 'Показывается', en: 'Shown' },
  },
})
