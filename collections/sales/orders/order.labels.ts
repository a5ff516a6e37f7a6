import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about orders. */
export const orderLabels = defineLabels({
  one: { ru: 'Заказ', en: 'Order' },
  many: { ru: 'Заказы', en: 'Orders' },
  group: { ru: 'Продажи', en: 'Sales' },
  about: {
    ru: 'Все заказы. Обрабатывать их удобнее в разделе «Заказы в работу» вверху меню.',
    en: 'All orders. Handle them under “Orders to handle” at the top of the menu.',
  },
  fields: {
    number: { ru: 'Номер', en: 'Number' },
    status: { ru: 'Состояние', en: 'State' },
    company: { ru: 'Клиент', en: 'Client' },
    contractor: { ru: 'Плательщик', en: 'Payer' },
    contract: { ru: 'Договор', en: 'Contract' },
    author: { ru: 'Кто оформил', en: 'Placed by' },
    branch: { ru: 'Филиал', en: 'Branch' },
    placedAt: { ru: 'Оформлен', en: 'Placed' },
    wantedDate: { ru: 'Желаемая дата', en: 'Wanted date' },
    plannedDate: { ru: 'Дата отгрузки', en: 'Shipping date' },
    warehouse: { ru: 'Склад', en: 'Warehouse' },
    deliveryMethod: { ru: 'Доставка', en: 'Delivery' },
    deliveryAddress: { ru: 'Адрес доставки', en: 'Delivery address' },
    paymentMethod: { ru: 'Оплата', en: 'Payment' },
    comment: { ru: 'Комментарий', en: 'Comment' },
    clientReference: { ru: 'Ваш номер заказа', en: 'Your reference' },
    total: { ru: 'Сумма', en: 'Total' },
    vat: { ru: 'В том числе НДС', en: 'VAT included' },
    paid: { ru: 'Оплачено', en: 'Paid' },
    currency: { ru: 'Валюта', en: 'Currency' },
    lineCount: { ru: 'Позиций', en: 'Lines' },
    erpNumber: { ru: 'Номер в 1С', en: 'Number in 1C' },
    erpDate: { ru: 'Дата в 1С', en: 'Date in 1C' },
    exportedAt: { ru: 'Передан в 1С', en: 'Handed to 1C' },
    unsentSince: { ru: '1С ещё не знает об изменении с', en: '1C does not know of a change since' },
    exportProblem: { ru: 'Почему не передан', en: 'Why it was not handed over' },
    splitFrom: { ru: 'Отделён от заказа', en: 'Split from' },
  },
  options: {
    deliveryMethod: {
      pickup: { ru: 'Самовывоз', en: 'Pickup' },
      delivery: { ru: 'Доставка', en: 'Delivery' },
    },
  },
})
