import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about exchange runs. */
export const exchangeRunLabels = defineLabels({
  one: { ru: 'Сеанс обмена', en: 'Exchange run' },
  many: { ru: 'Сеансы обмена', en: 'Exchange runs' },
  group: { ru: 'Обмен с 1С', en: 'Exchange with 1C' },
  about: {
    ru: 'Каждый сеанс обмена и его итог. Подробности и повтор — в журнале обмена.',
    en: 'Every exchange run and how it ended. Details and replay are in the exchange journal.',
  },
  fields: {
    node: { ru: 'Узел', en: 'Node' },
    transport: { ru: 'Способ', en: 'Transport' },
    kind: { ru: 'Что', en: 'What' },
    status: { ru: 'Состояние', en: 'State' },
    startedAt: { ru: 'Начат', en: 'Started' },
    finishedAt: { ru: 'Закончен', en: 'Finished' },
    rowsRead: { ru: 'Прочитано', en: 'Read' },
    rowsCreated: { ru: 'Создано', en: 'Created' },
    rowsChanged: { ru: 'Изменено', en: 'Changed' },
    rowsSame: { ru: 'Без изменений', en: 'Unchanged' },
    rowsFailed: { ru: 'С ошибкой', en: 'Failed' },
    attemptOf: { ru: 'Повтор сеанса', en: 'Another try of' },
    session: { ru: 'Сессия', en: 'Session' },
    message: { ru: 'Итог', en: 'Outcome' },
    counts: { ru: 'По видам', en: 'By entity' },
  },
  options: {
    transport: {
      commerceml: { ru: 'CommerceML', en: 'CommerceML' },
      rest: { ru: 'REST', en: 'REST' },
    },
    status: {
      receiving: { ru: 'Принимает файлы', en: 'Receiving' },
      running: { ru: 'Идёт', en: 'Running' },
      done: { ru: 'Готов', en: 'Done' },
      partial: { ru: 'Готов, есть ошибки', en: 'Done with errors' },
      failed: { ru: 'Не удался', en: 'Failed' },
    },
  },
})
