import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about forms. */
export const formLabels = defineLabels({
  one: { ru: 'Форма', en: 'Form' },
  many: { ru: 'Формы', en: 'Forms' },
  group: { ru: 'Портал', en: 'Portal' },
  about: {
    ru: 'Анкеты и вопросы, которые люди заполняют в кабинете: поля, письма, ответы.',
    en: 'Questionnaires that people fill in: fields, letters, answers.',
  },
  fields: {
    slug: { ru: 'Адрес страницы', en: 'Address of the page' },
    intro: { ru: 'Пояснение над формой', en: 'Words above the form' },
    name: { ru: 'Имя для писем', en: 'Name for letters' },
    titleEn: { ru: 'Название', en: 'Title' },
    introEn: { ru: 'Пояснение над формой', en: 'Words above the form' },
    submitEn: { ru: 'Надпись на кнопке', en: 'Words of the button' },
    confirmationEn: { ru: 'Что сказать после отправки', en: 'What to say after it is sent' },
    labelEn: { ru: 'Подпись по-английски', en: 'Label in English' },
    messageEn: { ru: 'Текст по-английски', en: 'Text in English' },
    active: { ru: 'Принимает ответы', en: 'Takes answers' },
    open: { ru: 'Доступна без входа', en: 'Open without signing in' },
    order: { ru: 'Порядок в списке', en: 'Place in the list' },
    emails: { ru: 'Письма после отправки', en: 'Letters after it is sent' },
    emailTo: { ru: 'Кому', en: 'To' },
    replyTo: { ru: 'Адрес для ответа', en: 'Reply to' },
    subject: { ru: 'Тема', en: 'Subject' },
    message: { ru: 'Текст', en: 'Text' },
    url: { ru: 'Страница после отправки', en: 'Page after it is sent' },
  },
  inEnglish: { ru: 'По-английски', en: 'In English' },
  help: {
    slug: {
      ru: 'Форма откроется по адресу /forms/… Оставьте пустым, и он сложится из названия.',
      en: 'The form opens at /forms/… Leave it empty, and it is made of the title.',
    },
    name: {
      ru: 'Так поле называется в письмах и выгрузках. Сложилось из подписи и больше не меняется.',
      en: 'What letters and exports call the field. Made of the label, and never changed.',
    },
    emails: {
      ru: 'В двойных фигурных скобках — подпись поля: {{Почта}}. {{*}} — все ответы.',
      en: 'A field by its label in double braces: {{E-mail}}. {{*}} stands for all answers.',
    },
    url: {
      ru: 'Адрес внутри портала, начинается с косой черты: /orders',
      en: 'An address of this portal that begins with a slash: /orders',
    },
  },
  wrong: {
    slug: { ru: 'Только латинские буквы, цифры и дефис', en: 'Latin letters, digits and hyphens only' },
    url: {
      ru: 'Нужен адрес внутри портала, например /orders',
      en: 'It must be an address of this portal, for example /orders',
    },
    nothingAsked: {
      ru: 'Форма ни о чём не спрашивает. Добавьте хотя бы одно поле или снимите «Принимает ответы»',
      en: 'The form asks nothing. Add a field, or untick “Takes answers”',
    },
    label: { ru: 'Подпишите поле: до 300 знаков', en: 'Please label the field, in 300 characters at most' },
    address: {
      ru: 'Нужен адрес почты или поле формы: {{Почта}}',
      en: 'It must be an e-mail address or a field of the form: {{email}}',
    },
  },
})

const errorWords = addErrorLabels({
  'choice.wrong': { ru: 'Выберите из списка', en: 'Please choose from the list' },
  'form.consent': { ru: 'Отметьте, чтобы отправить', en: 'Please tick to send' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/** The plugin's own Russian is a machine's: what of it is seen in the panel, in plain words. */
export const pluginWords = {
  ru: {
    name: 'Имя поля (латиницей)',
    label: 'Подпись',
    required: 'Обязательно',
    fieldWidth: 'Ширина, %',
    placeholder: 'Подсказка в поле',
    defaultValue: 'Значение по умолчанию',
    textSingular: 'Строка',
    textPlural: 'Строки',
    textareaSingular: 'Текст',
    textareaPlural: 'Тексты',
    emailSingular: 'Почта',
    emailPlural: 'Почта',
    numberSingular: 'Число',
    numberPlural: 'Числа',
    selectSingular: 'Список',
    selectPlural: 'Списки',
    selectOptions: 'Варианты',
    radioSingular: 'Переключатель',
    radioPlural: 'Переключатели',
    radioOptions: 'Варианты',
    optionSingular: 'Вариант',
    optionPlural: 'Варианты',
    value: 'Значение',
    checkboxSingular: 'Флажок',
    checkboxPlural: 'Флажки',
    dateSingular: 'Дата',
    datePlural: 'Даты',
    messageSingular: 'Пояснение',
    messagePlural: 'Пояснения',
    title: 'Название',
    submitButton: 'Надпись на кнопке',
    confirmationType: 'После отправки',
    confirmationMessage: 'Что сказать',
    chooseConfirmationType: 'Показать слова или открыть другую страницу.',
    message: 'Слова',
    redirect: 'Другая страница',
  },
} as const
