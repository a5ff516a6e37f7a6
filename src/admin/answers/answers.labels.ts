import { defineLabels } from '@/src/lib/i18n'

/** Words of the table of a form's answers. */
export const answersLabels = defineLabels({
  form: { ru: 'Форма', en: 'Form' },
  count: { ru: 'Ответов', en: 'Answers' },
  last: { ru: 'Последний', en: 'Last one' },
  state: { ru: 'Состояние', en: 'State' },
  open: { ru: 'принимает ответы', en: 'takes answers' },
  closed: { ru: 'закрыта', en: 'closed' },
  deleted: { ru: 'Удалённые формы', en: 'Deleted forms' },
  all: { ru: 'Все формы', en: 'All forms' },
  noForms: { ru: 'Форм пока нет.', en: 'There are no forms yet.' },
  notFound: { ru: 'Такой формы нет.', en: 'There is no such form.' },
  edit: { ru: 'Форма', en: 'The form' },
  total: {
    ru: '{count, plural, one {# ответ} few {# ответа} other {# ответов}}',
    en: '{count, plural, one {# answer} other {# answers}}',
  },
  search: { ru: 'Найти в ответах', en: 'Find in answers' },
  from: { ru: 'Пришли с', en: 'Came from' },
  to: { ru: 'по', en: 'to' },
  find: { ru: 'Показать', en: 'Show' },
  xlsx: { ru: 'Скачать Excel', en: 'Download Excel' },
  empty: { ru: 'Ответов пока нет.', en: 'There are no answers yet.' },
  none: {
    ru: 'Таких ответов нет. Измените поиск или дни.',
    en: 'There are no such answers. Change the search or the days.',
  },
  came: { ru: 'Пришёл', en: 'Came' },
  author: { ru: 'Кто отправил', en: 'Sent by' },
  company: { ru: 'Компания', en: 'Company' },
  member: { ru: 'Из кабинета', en: 'From the cabinet' },
  stranger: { ru: 'Без входа', en: 'Not signed in' },
  gone: { ru: '{label} (нет в форме)', en: '{label} (no longer asked)' },
  yes: { ru: 'Да', en: 'Yes' },
  previous: { ru: 'Новее', en: 'Newer' },
  next: { ru: 'Раньше', en: 'Older' },
})
