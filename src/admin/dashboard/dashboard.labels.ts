import { defineLabels } from '@/src/lib/i18n'

/** Words of the dashboard; those of its figures and first steps stand in their declarations. */
export const dashboardLabels = defineLabels({
  title: { ru: 'Сегодня', en: 'Today' },
  day: { ru: 'День', en: 'Day' },
  table: { ru: 'По дням', en: 'Day by day' },
  firstSteps: { ru: 'С чего начать', en: 'Where to begin' },
  all: { ru: 'Все: {count}', en: 'All: {count}' },
  whole: { ru: 'Все', en: 'All' },
  part: { ru: 'Давность', en: 'Age' },
  count: { ru: 'Сколько', en: 'How many' },
  sum: { ru: 'Сумма', en: 'Sum' },
  rows: {
    ru: '{count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
    en: '{count, plural, one {# row} other {# rows}}',
  },
  nothing: { ru: 'Здесь пусто: ничего такого сейчас нет.', en: 'Nothing here: there is none of it now.' },
  next: { ru: 'Дальше', en: 'Next' },
  previous: { ru: 'Назад', en: 'Previous' },
  figure: { ru: 'За цифрой', en: 'Behind the figure' },
  done: { ru: 'готово', en: 'done' },
})
