import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about exchange files. */
export const exchangeFileLabels = defineLabels({
  one: { ru: 'Файл обмена', en: 'Exchange file' },
  many: { ru: 'Файлы обмена', en: 'Exchange files' },
  group: { ru: 'Обмен с 1С', en: 'Exchange with 1C' },
  about: {
    ru: 'Файлы, которые прислала 1С. Повторить файл можно в журнале обмена.',
    en: 'Files that 1C has sent. Replay one in the exchange journal.',
  },
  fields: {
    run: { ru: 'Сеанс', en: 'Run' },
    name: { ru: 'Имя', en: 'Name' },
    size: { ru: 'Размер, байт', en: 'Size, bytes' },
    path: { ru: 'Где лежит', en: 'Stored at' },
    sha256: { ru: 'SHA-256', en: 'SHA-256' },
    status: { ru: 'Состояние', en: 'State' },
    message: { ru: 'Причина', en: 'Reason' },
    counts: { ru: 'По видам', en: 'By entity' },
  },
  options: {
    status: {
      received: { ru: 'Принят', en: 'Received' },
      running: { ru: 'Разбирается', en: 'Running' },
      done: { ru: 'Готов', en: 'Done' },
      failed: { ru: 'Не удался', en: 'Failed' },
    },
  },
})
