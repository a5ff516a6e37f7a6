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
  edit: { ru: 'Изменить', en: 'Change' },
  save: { ru: 'Сохранить', en: 'Save' },
  none: { ru: 'не указано', en: 'not given' },
  copy: { ru: 'Скопировать ссылку', en: 'Copy the link' },
  copied: { ru: 'Скопировано', en: 'Copied' },
  pictures: { ru: 'Фотографии', en: 'Pictures' },
  noPictures: { ru: 'Фотографий пока нет.', en: 'There are no pictures yet.' },
  addPictures: { ru: 'Добавить фотографии', en: 'Add pictures' },
  first: { ru: 'Сделать главной', en: 'Make it the main one' },
  takeOff: { ru: 'Убрать', en: 'Take off' },
  way: { ru: 'Ход', en: 'Way' },
})
