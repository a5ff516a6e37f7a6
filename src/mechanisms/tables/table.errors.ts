import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

/** Words for what can be wrong with a table that a person brings. */
const errorWords = addErrorLabels({
  'table.empty': { ru: 'В таблице нет ни одной строки', en: 'There is not a single line in the table' },
  'table.tooLarge': {
    ru: 'Файл больше {max} МБ. Разделите его на части',
    en: 'The file is larger than {max} MB. Please split it',
  },
  'table.tooManyLines': {
    ru: 'Строк больше {max, number}. Разделите список на части',
    en: 'There are more than {max, number} lines. Please split the list',
  },
  'table.unknownKind': {
    ru: 'Такой файл мы не читаем. Подойдут XLSX и CSV: старый XLS пересохраните как XLSX',
    en: 'We cannot read such a file. XLSX and CSV will do: please save an old XLS as XLSX',
  },
  'table.broken': {
    ru: 'Файл не читается: возможно, он повреждён или закрыт паролем. Пересохраните его в Excel',
    en: 'The file cannot be read: it may be damaged or locked by a password. Please save it anew in Excel',
  },
  'table.swollen': {
    ru: 'Внутри файла слишком много данных. Оставьте в нём один лист с артикулами и количеством',
    en: 'There is too much data inside the file. Leave one sheet with articles and quantities in it',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
