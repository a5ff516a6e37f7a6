import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

/** What may be wrong with a template that somebody uploads, and with what is printed from one. */
const errorWords = addErrorLabels({
  'template.kindUnknown': {
    ru: 'Выберите, что печатается по этому шаблону',
    en: 'Please choose what is printed from this template',
  },
  'template.broken': {
    ru: 'Файл не читается: возможно, он повреждён или закрыт паролем. Пересохраните его в Word или Excel',
    en: 'The file cannot be read: it may be damaged or locked by a password. Please save it anew in Word or Excel',
  },
  'template.swollen': {
    ru: 'Внутри файла слишком много данных. Уберите лишние картинки и листы',
    en: 'There is too much data inside the file. Please remove needless pictures and sheets',
  },
  'template.format': {
    ru: 'Шаблоном может быть документ Word (DOCX) или книга Excel (XLSX). Пересохраните файл в одном из этих форматов',
    en: 'A template is a Word document (DOCX) or an Excel workbook (XLSX). Please save the file as one of these',
  },
  'template.macros': {
    ru: 'В файле есть макросы. Сохраните его без макросов: DOCX или XLSX',
    en: 'The file has macros. Please save it without them, as DOCX or XLSX',
  },
  'template.external': {
    ru: 'Файл ссылается на что-то снаружи: {target}. Уберите ссылки и связи с другими файлами',
    en: 'The file refers to something outside: {target}. Please remove links and connections to other files',
  },
  'template.embedded': {
    ru: 'В файле есть вложение, которое в шаблоне не нужно: {part}. Удалите его',
    en: 'The file has something embedded that a template does not need: {part}. Please remove it',
  },
  'template.entities': {
    ru: 'Файл собран не Word и не Excel: в нём есть объявления, которых мы не читаем. Пересохраните его',
    en: 'The file was not made by Word or Excel: it has declarations that we do not read. Please save it anew',
  },
  'template.activeField': {
    ru: 'В документе есть поле {field}, которое читает другие файлы. Удалите его',
    en: 'The document has a field {field} that reads other files. Please remove it',
  },
  'template.unknownTag': {
    ru: 'Таких полей нет: {tags}. Список полей — на странице шаблонов',
    en: 'There are no such fields: {tags}. The list of fields is on the page of templates',
  },
  'template.brokenTag': {
    ru: 'Поле не закрыто или открыто дважды: {tag}. Каждое поле стоит в своих фигурных скобках',
    en: 'A field is not closed, or opened twice: {tag}. Each field stands in braces of its own',
  },
  'template.unclosedBlock': {
    ru: 'Блок {tag} открыт, но не закрыт, или наоборот',
    en: 'The block {tag} is opened and not closed, or the other way round',
  },
  'template.outsideRows': {
    ru: 'Поле {tag} — из строк таблицы: в Word оно стоит между {open} и {close}',
    en: 'The field {tag} is of the rows of a table: in Word it stands between {open} and {close}',
  },
  'template.mixedRows': {
    ru: 'В одной строке листа поля из разных таблиц: {tags}. Разнесите их по разным строкам',
    en: 'One row of the sheet has fields of different tables: {tags}. Please put them into different rows',
  },
  'template.sharedFormula': {
    ru: 'На листе со строками таблицы есть протянутая формула или формула массива: {cell}. Введите формулы по одной',
    en: 'The sheet with rows of a table has a filled or array formula: {cell}. Please type formulas one by one',
  },
  'template.none': {
    ru: 'Для этого документа нет шаблона в таком формате',
    en: 'There is no template in this format for this document',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
