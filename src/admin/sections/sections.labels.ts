import { defineLabels } from '@/src/lib/i18n'

/** Words of the tree of sections. */
export const sectionsLabels = defineLabels({
  count: {
    ru: '{count, plural, one {# раздел} few {# раздела} other {# разделов}}',
    en: '{count, plural, one {# section} other {# sections}}',
  },
  empty: {
    ru: 'Разделов пока нет. Их присылает 1С, или добавьте первый сами.',
    en: 'There are no sections yet. 1C sends them, or add the first one yourself.',
  },
  find: { ru: 'Найти раздел', en: 'Find a section' },
  nothing: { ru: 'Такого раздела нет.', en: 'There is no such section.' },
  keys: {
    ru: '↑ и ↓ — по разделам, → и ← — раскрыть и свернуть, Alt с ↑ и ↓ — переставить',
    en: '↑ and ↓ go through sections, → and ← unfold and fold, Alt with ↑ and ↓ moves',
  },
  goods: {
    ru: '{shown} из {all, plural, one {# товара} other {# товаров}}',
    en: '{shown} of {all, plural, one {# product} other {# products}}',
  },
  allGoods: {
    ru: '{all, plural, one {# товар} few {# товара} other {# товаров}}',
    en: '{all, plural, one {# product} other {# products}}',
  },
  hidden: { ru: 'скрыт', en: 'hidden' },
  unfold: { ru: 'Раскрыть', en: 'Unfold' },
  fold: { ru: 'Свернуть', en: 'Fold' },
  up: { ru: 'Выше', en: 'Up' },
  down: { ru: 'Ниже', en: 'Down' },
  name: { ru: 'Название', en: 'Name' },
  rename: { ru: 'Переименовать', en: 'Rename' },
  parent: { ru: 'Где лежит', en: 'Where it lies' },
  top: { ru: 'На верхнем уровне', en: 'At the top' },
  move: { ru: 'Переместить', en: 'Move' },
  hide: { ru: 'Скрыть', en: 'Hide' },
  show: { ru: 'Показать', en: 'Show' },
  add: { ru: 'Добавить раздел', en: 'Add a section' },
  addInside: { ru: 'Добавить раздел внутрь', en: 'Add a section inside' },
  send: { ru: 'Добавить', en: 'Add' },
  sent: { ru: 'Раздел добавлен', en: 'The section was added' },
  list: { ru: 'Товары раздела', en: 'Goods of the section' },
  fields: { ru: 'Все поля', en: 'All fields' },
  backName: { ru: 'Вернуть название из 1С', en: 'Give the name back to 1C' },
  backParent: { ru: 'Вернуть место из 1С', en: 'Give the place back to 1C' },
  backSort: { ru: 'Вернуть порядок из 1С', en: 'Give the order back to 1C' },
})
