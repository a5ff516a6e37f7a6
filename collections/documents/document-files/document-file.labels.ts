import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { defineLabels } from '@/src/lib/i18n'

const errorWords = addErrorLabels({
  'files.tooMany': {
    ru: 'Не больше {most, plural, one {# файла} other {# файлов}} за раз',
    en: 'At most {most, plural, one {# file} other {# files}} at a time',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

export const documentFileLabels = defineLabels({
  one: { ru: 'Файл документа', en: 'Document file' },
  many: { ru: 'Файлы документов', en: 'Document files' },
  group: { ru: 'Документы', en: 'Documents' },
  about: {
    ru: 'Файлы, которые видит только их клиент и те, кто его ведёт.',
    en: 'Files seen only by their client and those who serve it.',
  },
  fields: {
    company: { ru: 'Клиент', en: 'Client' },
    title: { ru: 'Название', en: 'Title' },
    uploader: { ru: 'Кто загрузил', en: 'Uploaded by' },
    internal: { ru: 'Видят только сотрудники', en: 'Staff only' },
  },
})
