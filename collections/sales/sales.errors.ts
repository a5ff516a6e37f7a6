import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

/** Words for what can go wrong around the cart and orders. */
export const salesErrors = {
  'cart.empty': {
    ru: 'Корзина пуста: возможно, заказ уже оформлен',
    en: 'The cart is empty: the order may have been placed already',
  },
  'cart.unknownSku': { ru: 'Этого товара больше нет в каталоге', en: 'This product is no longer in the catalogue' },
  'cart.tooManyLines': {
    ru: 'В корзине может быть не больше {max, number} строк',
    en: 'A cart holds at most {max, number} lines',
  },
  'cart.priceChanged': {
    ru: 'Цены изменились, пока вы оформляли заказ. Проверьте новую сумму и отправьте ещё раз',
    en: 'Prices changed while you were ordering. Please check the new total and send again',
  },
  'order.lineGone': {
    ru: '«{name}» больше не продаётся. Уберите строку, и заказ можно отправить',
    en: '“{name}” is no longer sold. Remove the line and the order can be sent',
  },
  'order.noPrice': {
    ru: 'Для «{name}» пока нет вашей цены. Уберите строку или спросите менеджера',
    en: 'There is no price of yours for “{name}” yet. Remove the line or ask your manager',
  },
  'qty.whole': {
    ru: '«{name}»: единица «{unit}» продаётся целиком, без дробей. Ближайшее количество — {nearest}',
    en: '“{name}” is sold in whole {unit}. The nearest quantity is {nearest}',
  },
  'qty.packs': {
    ru: '«{name}» продаётся упаковками: количество кратно {limit} {unit}, ближайшее — {nearest}',
    en: '“{name}” is sold in packs: a multiple of {limit} {unit}, the nearest is {nearest}',
  },
  'qty.least': {
    ru: '«{name}» продаётся от {limit} {unit}. Ближайшее количество — {nearest}',
    en: '“{name}” is sold from {limit} {unit} on. The nearest quantity is {nearest}',
  },
  'qty.noPrice': {
    ru: '«{name}»: на такое количество цены нет. Ближайшее количество — {nearest}',
    en: '“{name}”: there is no price for that quantity. The nearest is {nearest}',
  },
  'qty.tooMuch': {
    ru: '«{name}»: больше {limit} {unit} в одной строке не заказать. Проверьте количество',
    en: '“{name}”: no more than {limit} {unit} can be ordered in one line. Please check the quantity',
  },
  'order.creditCurrency': {
    ru: 'Кредитный лимит открыт в {limit}, а товары — в {currency}. Для них выберите оплату по счёту',
    en: 'The credit limit is in {limit}, the goods are in {currency}. Choose payment by invoice for them',
  },
  'order.addressNeeded': { ru: 'Укажите, куда доставить', en: 'Please say where to deliver' },
  'order.dateInPast': {
    ru: 'Эта дата уже прошла: выберите сегодняшнюю или позже',
    en: 'This date has passed: choose today or later',
  },
  'order.noShipping': {
    ru: 'В этот день мы не отгружаем: выберите другой',
    en: 'We do not ship on that day: choose another',
  },
  'order.wrongContractor': {
    ru: 'Выберите плательщика из списка вашей компании',
    en: 'Choose a payer of your company',
  },
  'order.wrongContract': {
    ru: 'Выберите действующий договор этого плательщика',
    en: 'Choose a contract of this payer that is in force',
  },
  'order.wrongWarehouse': {
    ru: 'С этого склада забрать нельзя: выберите другой',
    en: 'Pickup is not possible there: choose another warehouse',
  },
  'order.warehouseNeeded': {
    ru: 'Выберите склад, с которого заберёте заказ',
    en: 'Please choose the warehouse to pick up from',
  },
  'order.contractorNeeded': {
    ru: 'Выберите, кто из ваших организаций платит',
    en: 'Please choose which of your organisations pays',
  },
  'order.companySuspended': {
    ru: 'Работа с вашей компанией приостановлена. Напишите менеджеру',
    en: 'Your company is suspended. Please write to your manager',
  },
  'order.noCredit': {
    ru: 'Для вашей компании не установлен кредитный лимит. Выберите оплату по счёту',
    en: 'Your company has no credit limit. Choose payment by invoice',
  },
  'order.limitExceeded': {
    ru: 'Не хватает лимита: осталось {left}, заказ на {total}. Уменьшите заказ или выберите оплату по счёту',
    en: 'The limit is not enough: {left} left, the order is {total}. Reduce it or choose payment by invoice',
  },
  'order.overdue': {
    ru: 'Есть просрочка {overdue}. Пока она не закрыта, заказ можно оформить с оплатой по счёту',
    en: '{overdue} is overdue. Until it is settled, orders are taken with payment by invoice',
  },
  'order.nothingToSplit': {
    ru: 'Делить нечего: всё есть на складе или всё придётся ждать',
    en: 'There is nothing to split: all is in stock or all has to come',
  },
  'order.nothingToRepeat': {
    ru: 'Ни одного товара из этого заказа больше нет в каталоге',
    en: 'Nothing of this order is in the catalogue any more',
  },
  'numbering.exhausted': {
    ru: 'Номера заказов закончились: увеличьте число цифр в настройках',
    en: 'Order numbers have run out: raise the number of digits in the settings',
  },
}

addErrorLabels(salesErrors)

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof salesErrors> {}
}
