import { defineLabels } from '@/src/lib/i18n'

export const cartPage = defineLabels({
  title: { ru: 'Корзина', en: 'Cart' },
  positions: {
    ru: '{count, plural, one {# позиция} few {# позиции} many {# позиций} other {# позиции}}',
    en: '{count, plural, one {# item} other {# items}}',
  },
  open: { ru: 'Открыть корзину', en: 'Open the cart' },
  checkout: { ru: 'Оформить', en: 'Check out' },
  split: { ru: 'Разделить: сейчас и позже', en: 'Split: now and later' },
  check: { ru: 'Проверить корзину', en: 'Check the cart' },
  limitEnough: { ru: 'лимита хватает, останется', en: 'the limit is enough, left' },
  limitShort: { ru: 'только по счёту, лимита не хватает на', en: 'by invoice only, short of the limit by' },
  overdueIs: { ru: 'просрочено', en: 'overdue' },
  overdueBlocks: { ru: 'пока есть просрочка, только по счёту:', en: 'by invoice only while overdue:' },
  comes: {
    ru: '{count, plural, one {# позиция будет} few {# позиции будут} many {# позиций будут} other {# позиции будут}} {day}',
    en: '{count, plural, one {# item} other {# items}} due {day}',
  },
  comesUnknown: {
    ru: '{count, plural, one {# позиция} few {# позиции} many {# позиций} other {# позиции}} под заказ',
    en: '{count, plural, one {# item} other {# items}} to order',
  },
  problems: {
    ru: '{count, plural, one {# позицию} few {# позиции} many {# позиций} other {# позиции}} заказать нельзя',
    en: '{count, plural, one {# item} other {# items}} cannot be ordered',
  },
  was: { ru: 'Цена изменилась, была', en: 'The price has changed, it was' },
  gone: { ru: 'Больше не продаётся: уберите строку', en: 'No longer sold: remove this line' },
  noPrice: {
    ru: 'Вашей цены пока нет: уберите строку или спросите менеджера',
    en: 'No price of yours yet: remove this line or ask your manager',
  },
  refused: {
    'qty.whole': {
      ru: 'Продаётся целиком, без дробей: ближайшее количество — {nearest} {unit}',
      en: 'Sold whole, without fractions: the nearest is {nearest} {unit}',
    },
    'qty.packs': {
      ru: 'Количество кратно упаковке {limit} {unit}: ближайшее — {nearest}',
      en: 'Sold in packs of {limit} {unit}: the nearest is {nearest}',
    },
    'qty.least': {
      ru: 'Продаётся от {limit} {unit}: ближайшее количество — {nearest}',
      en: 'Sold from {limit} {unit} on: the nearest is {nearest}',
    },
    'qty.noPrice': {
      ru: 'На такое количество цены нет: ближайшее — {nearest} {unit}',
      en: 'There is no price for that quantity: the nearest is {nearest} {unit}',
    },
    'qty.tooMuch': {
      ru: 'Больше {limit} {unit} в одной строке не заказать',
      en: 'No more than {limit} {unit} can be ordered in one line',
    },
  },
  far: {
    ru: 'Это намного больше, чем есть на складе: проверьте количество',
    en: 'This is far more than lies in stock: please check the quantity',
  },
  farShort: { ru: 'Проверьте количество', en: 'Please check the quantity' },
  farLines: {
    ru: 'проверьте количество в {count, plural, one {# позиции} few {# позициях} many {# позициях} other {# позиции}}',
    en: 'please check the quantity of {count, plural, one {# item} other {# items}}',
  },
  waitSome: {
    ru: 'На складе {now} {unit}, остальное под заказ, {day}',
    en: '{now} {unit} in stock, the rest to order, {day}',
  },
  waitRest: {
    ru: 'Сразу столько нет: остальное под заказ, {day}',
    en: 'Not all of it is in stock: the rest to order, {day}',
  },
  waitAll: { ru: 'На складе нет: под заказ, {day}', en: 'Not in stock: to order, {day}' },
  nowLater: { ru: 'сейчас {now} {unit}, ещё {later} {unit} {day}', en: '{now} {unit} now, {later} {unit} more {day}' },
  nowRest: {
    ru: 'сейчас {now} {unit}, ещё {later} {unit} под заказ',
    en: '{now} {unit} now, {later} {unit} more to order',
  },
  allLater: { ru: 'под заказ, {day}', en: 'to order, {day}' },
  laterUnknown: { ru: 'срок уточнит менеджер', en: 'your manager will tell when' },
  laterOn: { ru: 'будет {day}', en: 'due {day}' },
  changed: {
    ru: '{count, plural, one {У # позиции изменилась цена} few {У # позиций изменилась цена} many {У # позиций изменилась цена} other {У # позиции изменилась цена}}. Сумма посчитана по новым ценам.',
    en: '{count, plural, one {The price of # item has changed} other {The prices of # items have changed}}. The total is at the new prices.',
  },
  accept: { ru: 'Понятно', en: 'Got it' },
  remove: { ru: 'Убрать: {name}', en: 'Remove: {name}' },
  removed: { ru: '«{name}» убрали из корзины', en: '“{name}” was removed from the cart' },
  clear: { ru: 'Очистить', en: 'Empty it' },
  cleared: { ru: 'Корзина пуста', en: 'The cart is empty' },
  notBack: {
    ru: 'Не вернули в корзину: {names}. Столько заказать нельзя, выберите количество заново',
    en: 'Not put back: {names}. So much cannot be ordered, please choose the quantity again',
  },
  failed: {
    ru: 'Не получилось изменить корзину, попробуйте ещё раз',
    en: 'The cart could not be changed, please try again',
  },
  sum: { ru: 'Итого', en: 'Total' },
  ordersBy: {
    ru: 'Товары в разных валютах уйдут отдельными заказами',
    en: 'Goods in different currencies become separate orders',
  },
  summary: { ru: 'Заказ целиком', en: 'The whole order' },
  lines: { ru: 'Позиций', en: 'Items' },
  vat: { ru: 'В том числе НДС', en: 'VAT included' },
  leftAfter: { ru: 'Лимита останется', en: 'Limit left after this' },
  overdueTerm: { ru: 'Просрочено', en: 'Overdue' },
  splitTitle: { ru: 'Можно разделить', en: 'It can be split' },
  splitNow: { ru: 'Сейчас, со склада', en: 'Now, from stock' },
  splitLater: { ru: 'Позже, под заказ', en: 'Later, to order' },
  splitText: {
    ru: 'Выйдет два заказа: первый отгрузим сразу, второй — когда товар придёт.',
    en: 'It becomes two orders: the first ships at once, the second when the goods arrive.',
  },
  perUnit: { ru: 'за {unit}', en: 'per {unit}' },
  empty: { ru: 'В корзине пока пусто', en: 'The cart is empty so far' },
  emptyText: {
    ru: 'Добавьте товары из каталога: здесь сразу видно сумму, остаток лимита и сроки.',
    en: 'Add goods from the catalogue: the total, the credit left and the dates show here at once.',
  },
  toCatalogue: { ru: 'Открыть каталог', en: 'Open the catalogue' },
  goOn: { ru: 'Добавить ещё', en: 'Add more' },
})
