import { defineLabels } from '@/src/lib/i18n'

export const shelfLabels = defineLabels({
  groups: { ru: 'Разделы каталога', en: 'Catalogue sections' },
  more: { ru: 'Уменьшить', en: 'Less' },
  toCart: { ru: 'В корзину', en: 'To the cart' },
  less: { ru: 'Меньше: {name}', en: 'Less: {name}' },
  plus: { ru: 'Больше: {name}', en: 'More: {name}' },
  qty: { ru: 'Количество, {unit}: {name}', en: 'Quantity, {unit}: {name}' },
  addNamed: { ru: 'В корзину: {name}', en: 'To the cart: {name}' },
  failed: {
    ru: 'Не получилось изменить корзину, попробуйте ещё раз',
    en: 'The cart could not be changed, please try again',
  },
  notNumber: { ru: 'Это не похоже на число, оставили {qty}', en: 'This does not look like a number, {qty} stays' },
  whole: {
    ru: 'Продаётся целиком, без дробей: поставили {qty} {unit}',
    en: 'Sold whole, without fractions: set to {qty} {unit}',
  },
  packs: { ru: 'Кратно упаковке {limit} {unit}: поставили {qty}', en: 'Sold in packs of {limit} {unit}: set to {qty}' },
  least: { ru: 'Продаётся от {limit} {unit}: поставили {qty}', en: 'Sold from {limit} {unit} on: set to {qty}' },
  noPriceFor: {
    ru: 'На такое количество цены нет: поставили {qty}',
    en: 'There is no price for that quantity: set to {qty}',
  },
  tooMuch: {
    ru: 'Больше {limit} {unit} в строке не заказать, оставили {qty}',
    en: 'No more than {limit} {unit} in one line, {qty} stays',
  },
  inPacks: {
    one: { ru: '{count} упаковка × {size}', en: '{count} pack × {size}' },
    few: { ru: '{count} упаковки × {size}', en: '{count} packs × {size}' },
    many: { ru: '{count} упаковок × {size}', en: '{count} packs × {size}' },
    other: { ru: '{count} упаковки × {size}', en: '{count} packs × {size}' },
  },
  feasibility: { ru: 'Корзина', en: 'Cart' },
})
