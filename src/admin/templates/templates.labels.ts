import { defineLabels } from '@/src/lib/i18n'

/** Words of the guide that stands where a template is uploaded. */
export const templateGuideLabels = defineLabels({
  title: { ru: 'Что можно поставить в шаблон', en: 'What a template may hold' },
  about: {
    ru: 'Поле пишется в фигурных скобках. Начните с шаблона портала: скачайте его, поправьте текст и загрузите. Новая версия печатает только после того, как её включат.',
    en: 'A field is written in braces. Begin with the portal’s template: download it, change the text and upload it. A new version prints only once it is put in use.',
  },
  own: { ru: 'Шаблон портала, {format}', en: 'The portal’s template, {format}' },
  field: { ru: 'Поле', en: 'Field' },
  what: { ru: 'Что это', en: 'What it is' },
  example: { ru: 'Пример', en: 'Example' },
  rows: {
    ru: 'строки: в Word между {open} и {close}, в Excel строка листа повторится сама',
    en: 'rows: in Word between {open} and {close}, in Excel the row repeats by itself',
  },
  shown: {
    ru: 'Чтобы показать часть текста, только когда поле заполнено: {open} … {close}',
    en: 'To show a part of the text only when a field is filled: {open} … {close}',
  },
})
