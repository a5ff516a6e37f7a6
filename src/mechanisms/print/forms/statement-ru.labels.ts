import { defineLabels } from '@/src/lib/i18n'

export const statementLabels = defineLabels({
  title: { ru: 'Выписка по лицевому счёту', en: 'Account statement' },
  period: { ru: 'с {from} по {to}', en: 'from {from} to {to}' },
  client: { ru: 'Клиент', en: 'Client' },
  contract: { ru: 'Договор', en: 'Contract' },
  currency: { ru: 'Валюта', en: 'Currency' },
  made: { ru: 'Составлена', en: 'Made on' },
  date: { ru: 'Дата', en: 'Date' },
  document: { ru: 'Документ', en: 'Document' },
  credit: { ru: 'Поступило', en: 'Received' },
  debit: { ru: 'Списано', en: 'Charged' },
  balance: { ru: 'Остаток', en: 'Balance' },
  opening: { ru: 'Входящий остаток на {date}', en: 'Opening balance on {date}' },
  turnover: { ru: 'Обороты за период', en: 'Turnover of the period' },
  closing: { ru: 'Исходящий остаток на {date}', en: 'Closing balance on {date}' },
  empty: { ru: 'За это время движений не было', en: 'Nothing moved in this period' },
})
