import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about cart lines. */
export const cartLineLabels = defineLabels({
  one: { ru: 'Строка корзины', en: 'Cart line' },
  many: { ru: 'Строки корзин', en: 'Cart lines' },
  group: { ru: 'Продажи', en: 'Sales' },
  about: {
    ru: 'Что лежит в корзинах сейчас.',
    en: 'What lies in the carts now.',
  },
  fields: {
    cart: { ru: 'Корзина', en: 'Cart' },
    user: { ru: 'Пользователь', en: 'User' },
    sku: { ru: 'Предложение', en: 'Offer' },
    qty: { ru: 'Количество', en: 'Quantity' },
    priceSeen: { ru: 'Цена, когда положили', en: 'Price when added' },
  },
})
