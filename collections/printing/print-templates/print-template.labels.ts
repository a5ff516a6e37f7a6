import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { defineLabels } from '@/src/lib/i18n'

const errorWords = addErrorLabels({
  'template.noFile': {
    ru: 'Приложите файл шаблона: DOCX или XLSX',
    en: 'Please attach the file of the template: DOCX or XLSX',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/** Every word a person reads about templates of printed papers. */
export const printTemplateLabels = defineLabels({
  one: { ru: 'Шаблон печати', en: 'Print template' },
  many: { ru: 'Шаблоны печати', en: 'Print templates' },
  group: { ru: 'Портал', en: 'Portal' },
  about: {
    ru: 'Файлы Word и Excel, по которым печатаются документы. Каждая загрузка — новая версия; печатает та, что включена.',
    en: 'Word and Excel files that documents are printed from. Each upload is a new version; the one in use prints.',
  },
  fields: {
    kind: { ru: 'Что печатается', en: 'What is printed' },
    locale: { ru: 'Язык', en: 'Language' },
    format: { ru: 'Формат', en: 'Format' },
    version: { ru: 'Версия', en: 'Version' },
    active: { ru: 'Включён', en: 'In use' },
    note: { ru: 'Что изменилось', en: 'What has changed' },
    guide: { ru: 'Поля для шаблонов', en: 'Fields for templates' },
    staff: { ru: 'Кто загрузил', en: 'Uploaded by' },
  },
  options: {
    locale: {
      ru: { ru: 'Русский', en: 'Russian' },
      en: { ru: 'Английский', en: 'English' },
    },
  },
  used: { ru: 'Включён шаблон печати', en: 'Put a print template in use' },
  stopped: { ru: 'Выключен шаблон печати', en: 'Took a print template out of use' },
})
