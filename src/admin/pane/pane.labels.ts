import { defineLabels } from '@/src/lib/i18n'

/** Words around a record's pane in the panel; what it says of the record stands in its declaration. */
export const paneLabels = defineLabels({
  tab: { ru: 'Карточка', en: 'Card' },
  fields: { ru: 'Все поля', en: 'All fields' },
  papers: { ru: 'Документы', en: 'Documents' },
  history: { ru: 'Ход и переписка', en: 'History and correspondence' },
  happened: { ru: 'Ход дела', en: 'History' },
  nothing: { ru: 'Здесь пока ничего не происходило.', en: 'Nothing has happened here yet.' },
  changed: { ru: 'Запись изменена', en: 'The record was changed' },
  gone: {
    ru: 'Такой записи нет, или она у другого менеджера.',
    en: 'There is no such record, or it is another manager’s.',
  },
  way: { ru: 'Ход', en: 'Way' },
})
