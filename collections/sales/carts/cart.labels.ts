import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about carts. */
export const cartLabels = defineLabels({
  one: { ru: 'Корзина', en: 'Cart' },
  many: { ru: 'Корзины', en: 'Carts' },
  group: { ru: 'Продажи', en: 'Sales' },
  about: {
    ru: 'Корзины, из которых ещё не оформили заказ.',
    en: 'Carts that are not ordered yet.',
  },
  fields: {
    user: { ru: 'Пользователь', en: 'User' },
    company: { ru: 'Клиент', en: 'Client' },
  },
})
