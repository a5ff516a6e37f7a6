import { defineLabels, say, type Locale } from '@/src/lib/i18n'

/** Words of the pages of forms. */
export const formsPage = defineLabels({
  title: { ru: 'Обратная связь', en: 'Feedback' },
  none: { ru: 'Сейчас писать некуда', en: 'There is nowhere to write now' },
  noneText: {
    ru: 'Когда компания откроет форму, она появится здесь. А пока напишите своему менеджеру.',
    en: 'When the company opens a form, it appears here. Until then write to your manager.',
  },
  noneEmployee: { ru: 'Когда откроют форму, она появится здесь.', en: 'When a form is opened, it appears here.' },
  optional: { ru: 'не обязательно', en: 'optional' },
  choose: { ru: 'Выберите', en: 'Choose' },
  send: { ru: 'Отправить', en: 'Send' },
  sent: { ru: 'Отправлено', en: 'Sent' },
  sentText: { ru: 'Спасибо, мы получили ваш ответ.', en: 'Thank you, we have your answer.' },
  tried: {
    ru: 'Всё заполнено верно. Это предпросмотр: ответ не сохранён и никому не отправлен.',
    en: 'All is filled in right. This is a preview: the answer was neither kept nor sent.',
  },
  again: { ru: 'Заполнить ещё раз', en: 'Fill it in again' },
  trap: { ru: 'Не заполняйте это поле', en: 'Leave this field empty' },
  next: { ru: 'Дальше', en: 'Next' },
  back: { ru: 'Назад', en: 'Back' },
  row: { ru: 'строка', en: 'row' },
  drop: { ru: 'Убрать', en: 'Remove' },
  dropRow: { ru: 'Убрать строку', en: 'Remove row' },
  addRow: { ru: 'Добавить строку', en: 'Add a row' },
  total: { ru: 'Итого', en: 'Total' },
  invite: { ru: 'Выберите файл или перетащите его сюда', en: 'Choose a file or drop it here' },
  fileHelp: { ru: 'PDF, картинка, Word или Excel, до 10 МБ', en: 'PDF, picture, Word or Excel, up to 10 MB' },
  fileKept: {
    ru: 'Файл приложен. Чтобы заменить его, выберите другой',
    en: 'A file is attached. Choose another one to replace it',
  },
  progress: { ru: 'Страница {number} из {of}', en: 'Page {number} of {of}' },
  kept: {
    ru: 'Черновик сохраняется сам: продолжить можно и с другого устройства.',
    en: 'A draft is kept as you type: you can go on from another device.',
  },
  earlier: {
    ru: 'Остались ошибки на предыдущих страницах: исправьте их и отправьте форму',
    en: 'There are mistakes on earlier pages: please correct them and send the form',
  },
})

const inBrowser = [
  'optional',
  'choose',
  'send',
  'trap',
  'next',
  'back',
  'row',
  'drop',
  'dropRow',
  'addRow',
  'total',
  'invite',
  'fileHelp',
  'fileKept',
] as const

/** The words that the browser draws the fields with. */
export type FormWords = Record<(typeof inBrowser)[number], string>

export const formWords = (locale: Locale): FormWords =>
  Object.fromEntries(inBrowser.map((key) => [key, say(formsPage[key], locale)])) as FormWords
