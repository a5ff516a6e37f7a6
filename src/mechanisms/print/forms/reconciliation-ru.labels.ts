import { defineLabels } from '@/src/lib/i18n'

export const reconciliationLabels = defineLabels({
  title: { ru: 'Акт сверки взаимных расчётов', en: 'Reconciliation statement' },
  period: { ru: 'за период с {from} по {to}', en: 'for the period from {from} to {to}' },
  between: {
    ru: 'между {ours} и {theirs}{contract, select, none {} other { по договору {contract}}}',
    en: 'between {ours} and {theirs}{contract, select, none {} other { under contract {contract}}}',
  },
  intro: {
    ru: 'Мы, нижеподписавшиеся, составили этот акт о том, что состояние взаимных расчётов по данным учёта следующее:',
    en: 'We, the undersigned, state that our mutual settlements stand as follows by the books:',
  },
  byBooks: { ru: 'По данным {name}, {currency}', en: 'By the books of {name}, {currency}' },
  date: { ru: 'Дата', en: 'Date' },
  document: { ru: 'Документ', en: 'Document' },
  debit: { ru: 'Дебет', en: 'Debit' },
  credit: { ru: 'Кредит', en: 'Credit' },
  opening: { ru: 'Сальдо начальное', en: 'Opening balance' },
  turnover: { ru: 'Обороты за период', en: 'Turnover' },
  closing: { ru: 'Сальдо конечное', en: 'Closing balance' },
  owed: {
    ru: 'На {date} задолженность в пользу {creditor} {sum} ({words})',
    en: 'On {date} the debt in favour of {creditor} is {sum} ({words})',
  },
  even: { ru: 'На {date} задолженности нет', en: 'On {date} there is no debt' },
  from: { ru: 'От {name}', en: 'For {name}' },
  seal: { ru: 'М. П.', en: 'Seal' },
})
