import { defineLabels } from '@/src/lib/i18n'

/** Words of the page of who did what. */
export const auditViewLabels = defineLabels({
  title: { ru: 'Кто что сделал', en: 'Who did what' },
  nav: { ru: 'Аудит', en: 'Audit' },
  when: { ru: 'Когда', en: 'When' },
  who: { ru: 'Кто', en: 'Who' },
  what: { ru: 'Действие', en: 'Action' },
  about: { ru: 'Запись', en: 'Record' },
  changes: { ru: 'Было и стало', en: 'Before and after' },
  address: { ru: 'Адрес', en: 'Address' },
  person: { ru: 'Имя или роль', en: 'Name or role' },
  action: { ru: 'Действие или раздел', en: 'Action or section' },
  record: { ru: 'Номер записи', en: 'Id of the record' },
  from: { ru: 'С', en: 'From' },
  to: { ru: 'По', en: 'To' },
  find: { ru: 'Показать', en: 'Show' },
  asked: { ru: 'Запрошено', en: 'Asked' },
  empty: { ru: 'Ничего не нашли: измените условия.', en: 'Nothing found: change the conditions.' },
  older: { ru: 'Раньше', en: 'Older' },
  kept: { ru: 'Хранится три года. Пароли и ключи сюда не попадают.', en: 'Kept for three years. Passwords and keys are never in it.' },
  system: { ru: 'Портал', en: 'The portal' },
})
