import { defineLabels } from '@/src/lib/i18n'

export const shelfLabels = defineLabels({
  groups: { ru: 'Разделы каталога', en: 'Catalogue sections' },
  more: { ru: 'Уменьшить', en: 'Less' },
  toCart: { ru: 'В корзину', en: 'To the cart' },
  less: { ru: 'Меньше: {name}', en: 'Less: {name}' },
  plus: { ru: 'Больше: {name}', en: 'More: {name}' },
  qty: { ru: 'Количество, {unit}: {name}', en: 'Quantity, {unit}: {name}' },
  addNamed: { ru: 'В корзину: {name}', en: 'To the cart: {name}' },
  failed: { ru: 'Не получилось изменить корзину, попробуйте ещё раз', en: 'The cart could not be changed, please try again' },
  feasibility: { ru: 'Корзина', en: 'Cart' },
})
