import { defineLabels } from '@/src/lib/i18n'

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
})
