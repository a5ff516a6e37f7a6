import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about what was sent by forms. */
export const submissionLabels = defineLabels({
  one: { ru: 'Ответ формы', en: 'Form answer' },
  many: { ru: 'Ответы форм', en: 'Form answers' },
  about: { ru: 'Что люди отправили через формы портала.', en: 'What people sent by the portal’s forms.' },
  fields: {
    title: { ru: 'Форма', en: 'Form' },
    form: { ru: 'Какая форма', en: 'Which form' },
    user: { ru: 'Кто отправил', en: 'Sent by' },
    company: { ru: 'Компания', en: 'Company' },
    submissionData: { ru: 'Ответы', en: 'Answers' },
    field: { ru: 'Поле', en: 'Field' },
    label: { ru: 'Вопрос', en: 'Question' },
    value: { ru: 'Ответ', en: 'Answer' },
    version: { ru: 'Версия вопросов', en: 'Version of the questions' },
    values: { ru: 'Ответы по видам', en: 'Answers by their kinds' },
  },
  at: { ru: 'Пришёл', en: 'Came' },
  came: { ru: 'Новый ответ: {title}', en: 'A new answer: {title}' },
})
