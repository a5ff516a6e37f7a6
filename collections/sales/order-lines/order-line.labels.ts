import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about order lines. */
export const orderLineLabels = defineLabels({
  one: { ru: 'Строка заказа', en: 'Order line' },
  many: { ru: 'Строки заказов', en: 'Order lines' },
  group: { ru: 'Продажи', en: 'Sales' },
  about: {
    ru: 'Строки заказов. Смотреть их удобнее на странице заказа.',
    en: 'Lines of orders. They are better seen on the order’s page.',
  },
  fields: {
    order: { ru: 'Заказ', en: 'Order' },
    company: { ru: 'Клиент', en: 'Client' },
    position: { ru: '№', en: 'No.' },
    sku: { ru: 'Предложение', en: 'Offer' },
    productExternalId: { ru: 'Товар в 1С', en: 'Product in 1C' },
    name: { ru: 'Наименование', en: 'Name' },
    article: { ru: 'Артикул', en: 'Article' },
    unit: { ru: 'Единица', en: 'Unit' },
    qty: { ru: 'Количество', en: 'Quantity' },
    price: { ru: 'Цена', en: 'Price' },
    discount: { ru: 'Скидка', en: 'Discount' },
    total: { ru: 'Сумма', en: 'Total' },
    vatRate: { ru: 'Ставка НДС, %', en: 'VAT rate, %' },
    shippedQty: { ru: 'Отгружено', en: 'Shipped' },
    warehouse: { ru: 'Склад', en: 'Warehouse' },
    availableFrom: { ru: 'Будет', en: 'Available from' },
  },
})
