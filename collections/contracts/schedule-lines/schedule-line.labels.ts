import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about schedule lines. */
export const scheduleLineLabels = defineLabels({
  one: { ru: 'Платёж по графику', en: 'Scheduled payment' },
  many: { ru: 'График платежей', en: 'Payment schedule' },
  group: { ru: 'Договоры', en: 'Contracts' },
  about: {
    ru: 'Платежи по договорам: срок, сумма, сколько оплачено.',
    en: 'Payments by contracts: due date, sum, how much is paid.',
  },
  fields: {
    contract: { ru: 'Договор', en: 'Contract' },
    company: { ru: 'Клиент', en: 'Client' },
    dueDate: { ru: 'Срок', en: 'Due' },
    amount: { ru: 'Сумма', en: 'Amount' },
    paid: { ru: 'Оплачено', en: 'Paid' },
    currency: { ru: 'Валюта', en: 'Currency' },
    note: { ru: 'Назначение', en: 'Purpose' },
  },
})
