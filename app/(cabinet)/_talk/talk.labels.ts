import { defineLabels } from '@/src/lib/i18n'

/** Words of the correspondence at an order, a contract, a document. */
export const talkWords = defineLabels({
  title: { ru: 'Переписка', en: 'Correspondence' },
  write: { ru: 'Сообщение менеджеру', en: 'Message to the manager' },
  send: { ru: 'Отправить', en: 'Send' },
  sent: { ru: 'Сообщение отправлено', en: 'The message is sent' },
  attach: { ru: 'Приложить файлы', en: 'Attach files' },
  attachHelp: {
    ru: 'Можно перетащить или вставить из буфера: PDF, картинки, DOCX, XLSX, ZIP',
    en: 'Drag or paste them as well: PDF, pictures, DOCX, XLSX, ZIP',
  },
  remove: { ru: 'Убрать {name}', en: 'Remove {name}' },
  tooMuch: {
    ru: 'Вместе файлы больше {max} МБ: отправьте их несколькими сообщениями',
    en: 'Together the files exceed {max} MB: send them in several messages',
  },
})
