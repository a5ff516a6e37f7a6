import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about contracts. */
export const contractLabels = defineLabels({
  one: { ru: 'Договор', en: 'Contract' },
  many: { ru: 'Договоры', en: 'Contracts' },
  group: { ru: 'Договоры', en: 'Contracts' },
  about: {
    ru: 'Договоры и дополнительные соглашения; приходят из 1С.',
    en: 'Contracts and additional agreements; they come from 1C.',
  },
  fields: {
    talk: { ru: 'Переписка с клиентом', en: 'Correspondence' },
    number: { ru: 'Номер', en: 'Number' },
    date: { ru: 'Дата', en: 'Date' },
    name: { ru: 'Название', en: 'Name' },
    company: { ru: 'Клиент', en: 'Client' },
    contractor: { ru: 'Контрагент', en: 'Contractor' },
    kind: { ru: 'Вид', en: 'Kind' },
    parent: { ru: 'К договору', en: 'Of contract' },
    status: { ru: 'Состояние', en: 'State' },
    validUntil: { ru: 'Действует до', en: 'Valid until' },
    currency: { ru: 'Валюта', en: 'Currency' },
    amount: { ru: 'Сумма договора', en: 'Amount' },
    creditLimit: { ru: 'Кредитный лимит', en: 'Credit limit' },
    creditDays: { ru: 'Отсрочка, дней', en: 'Credit days' },
    debt: { ru: 'Задолженность', en: 'Debt' },
    overdue: { ru: 'Просрочено', en: 'Overdue' },
    financeAt: { ru: 'Расчёты на момент', en: 'Settlements as of' },
    priceType: { ru: 'Тип цен', en: 'Price type' },
    file: { ru: 'Файл', en: 'File' },
    signedSentAt: { ru: 'Клиент прислал подписанный экземпляр', en: 'The client sent the signed copy' },
  },
  options: {
    kind: {
      main: { ru: 'Договор', en: 'Contract' },
      addendum: { ru: 'Дополнительное соглашение', en: 'Addendum' },
    },
    status: {
      draft: { ru: 'Готовится', en: 'Being prepared' },
      signing: { ru: 'На подписании', en: 'Being signed' },
      active: { ru: 'Действует', en: 'In force' },
      suspended: { ru: 'Приостановлен', en: 'Suspended' },
      expired: { ru: 'Истёк', en: 'Expired' },
      terminated: { ru: 'Расторгнут', en: 'Terminated' },
    },
  },
})
