import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about letters of guarantee. */
export const guaranteeLabels = defineLabels({
  one: { ru: 'Гарантийное письмо', en: 'Letter of guarantee' },
  many: { ru: 'Гарантийные письма', en: 'Letters of guarantee' },
  about: {
    ru: 'Обещания клиентов заплатить к сроку: менеджер готовит письмо, клиент подписывает.',
    en: 'Promises of clients to pay by a day: the manager prepares the letter, the client signs it.',
  },
  group: { ru: 'Договоры', en: 'Contracts' },
  print: { ru: 'Напечатать письмо', en: 'Print the letter' },
  title: { ru: 'Гарантийное письмо № {number}', en: 'Letter of guarantee No. {number}' },
  fields: {
    number: { ru: 'Номер', en: 'Number' },
    company: { ru: 'Клиент', en: 'Client' },
    amount: { ru: 'Сумма', en: 'Sum' },
    payBy: { ru: 'Оплатит до', en: 'Pays by' },
    status: { ru: 'Состояние', en: 'State' },
  },
  options: {
    status: {
      draft: { ru: 'Готовится', en: 'Being prepared' },
      offered: { ru: 'Ждёт подписи', en: 'Waits for a signature' },
      given: { ru: 'Подписано', en: 'Signed' },
      withdrawn: { ru: 'Отозвано', en: 'Withdrawn' },
    },
  },
})
