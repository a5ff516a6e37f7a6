import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about accounts. */
export const accountLabels = defineLabels({
  one: { ru: 'Лицевой счёт', en: 'Account' },
  many: { ru: 'Лицевые счета', en: 'Accounts' },
  group: { ru: 'Расчёты', en: 'Settlements' },
  about: {
    ru: 'Лицевые счета клиентов. Остаток меняет только 1С.',
    en: 'Accounts of clients. The balance is changed by 1C alone.',
  },
  fields: {
    number: { ru: 'Номер', en: 'Number' },
    company: { ru: 'Клиент', en: 'Client' },
    contract: { ru: 'Договор', en: 'Contract' },
    currency: { ru: 'Валюта', en: 'Currency' },
    balance: { ru: 'Остаток', en: 'Balance' },
    balanceAt: { ru: 'На момент', en: 'As of' },
  },
  /** Kinds of statement lines. */
  kinds: {
    payment: { ru: 'Оплата', en: 'Payment' },
    shipment: { ru: 'Отгрузка', en: 'Shipment' },
    refund: { ru: 'Возврат', en: 'Refund' },
    adjustment: { ru: 'Корректировка', en: 'Adjustment' },
    other: { ru: 'Операция', en: 'Operation' },
  },
})
