import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about exchange issues. */
export const exchangeIssueLabels = defineLabels({
  one: { ru: 'Ошибка обмена', en: 'Exchange problem' },
  many: { ru: 'Ошибки обмена', en: 'Exchange problems' },
  group: { ru: 'Обмен с 1С', en: 'Exchange with 1C' },
  about: {
    ru: 'Записи, которые не прошли, и почему. Повторить их можно в журнале обмена.',
    en: 'Rows that did not get through, and why. Replay them in the exchange journal.',
  },
  fields: {
    run: { ru: 'Сеанс', en: 'Run' },
    file: { ru: 'Файл', en: 'File' },
    entity: { ru: 'Вид записи', en: 'Entity' },
    external: { ru: 'Идентификатор в 1С', en: 'Identifier in 1C' },
    code: { ru: 'Код', en: 'Code' },
    message: { ru: 'Причина', en: 'Reason' },
    params: { ru: 'Слова причины', en: 'Words of the reason' },
    row: { ru: 'Запись', en: 'Row' },
    line: { ru: 'Строка файла', en: 'Line' },
    status: { ru: 'Состояние', en: 'State' },
  },
  options: {
    status: {
      open: { ru: 'Не решена', en: 'Open' },
      parked: { ru: 'Ждёт другую запись', en: 'Waiting for another row' },
      replayed: { ru: 'Повторена', en: 'Replayed' },
      expired: { ru: 'Не дождалась', en: 'Waited too long' },
      resolved: { ru: 'Решена', en: 'Resolved' },
    },
  },
})
