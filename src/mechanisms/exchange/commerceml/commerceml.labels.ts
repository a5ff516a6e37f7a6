import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { defineLabels } from '@/src/lib/i18n'

/** Words for what the exchange refuses or reports: whole files, single records, orders that 1C would not take. */
export const commercemlLabels = defineLabels({
  'xml.malformed': {
    ru: 'Файл повреждён: строка {line}, место {column}. {reason}',
    en: 'The file is broken: line {line}, column {column}. {reason}',
  },
  'xml.doctype': {
    ru: 'В файле есть DOCTYPE. Такие файлы не принимаем',
    en: 'The file has a DOCTYPE. Such files are not accepted',
  },
  'xml.limit': {
    ru: 'Файл вышел за предел: {what, select, attributes {атрибутов у элемента} attributeLength {знаков в атрибуте} depth {вложенных элементов} recordNodes {элементов в одной записи} recordText {знаков в одной записи} outsideRoot {знаков вне корневого элемента} other {знаков подряд}} не больше {limit, number}, строка {line}',
    en: 'The file passes a limit: at most {limit, number} {what, select, attributes {attributes of an element} attributeLength {characters in an attribute} depth {nested elements} recordNodes {elements in a record} recordText {characters in a record} outsideRoot {characters outside of the root element} other {characters in a row}}, line {line}',
  },
  'xml.encoding': {
    ru: 'Байты файла не складываются в текст {encoding}',
    en: 'The bytes of the file are not {encoding} text',
  },
  'xml.tooLarge': { ru: 'Файл больше допустимых {limit} байт', en: 'The file is larger than {limit} bytes' },
  'commerceml.notCommerceML': {
    ru: 'Это не файл CommerceML: он начинается с «{root}»',
    en: 'This is not a CommerceML file: it begins with “{root}”',
  },
  'commerceml.missingId': { ru: 'Нет идентификатора: {element}', en: 'The identifier is missing: {element}' },
  'commerceml.missingValue': { ru: 'Не заполнено поле «{field}»', en: 'The field “{field}” is empty' },
  'commerceml.badNumber': {
    ru: 'В поле «{field}» не число: «{value}»',
    en: 'The field “{field}” is not a number: “{value}”',
  },
  'commerceml.unknownRate': {
    ru: 'Ставка НДС «{value}» не распознана: осталась прежняя',
    en: 'The VAT rate “{value}” is not known: the former one stays',
  },
  'commerceml.badDate': {
    ru: 'В поле «{field}» не дата: «{value}»',
    en: 'The field “{field}” is not a date: “{value}”',
  },
  'order.numberLength': {
    ru: 'Номер заказа длиннее {max} знаков или пуст: 1С его не примет',
    en: 'The order number is empty or longer than {max} characters: 1C will not take it',
  },
  'order.numberRepeated': {
    ru: 'Два заказа с номером {number} за одну дату: 1С их не различит',
    en: 'Two orders with number {number} on one date: 1C cannot tell them apart',
  },
  'order.noCurrency': { ru: 'У заказа не указана валюта', en: 'The order has no currency' },
  'order.noLines': { ru: 'В заказе нет ни одной позиции', en: 'The order has no lines' },
  'order.noCustomer': { ru: 'У заказа нет покупателя', en: 'The order has no customer' },
  'order.badMoment': { ru: 'У заказа нет даты', en: 'The order has no date' },
  'order.badId': {
    ru: 'Нет идентификатора или он длиннее {max} знаков: {field}',
    en: 'An identifier is missing or longer than {max} characters: {field}',
  },
  'order.badAmount': {
    ru: 'Сумма или количество вне допустимого: {field}',
    en: 'A sum or a quantity is out of range: {field}',
  },
  'order.badTotal': {
    ru: 'Сумма заказа {total} не равна сумме строк {lines}',
    en: 'The order total {total} is not the sum of its lines {lines}',
  },
  'zip.broken': { ru: 'Архив повреждён: {reason}', en: 'The archive is broken: {reason}' },
  'zip.unsafeName': {
    ru: 'В архиве файл с опасным именем: {name}',
    en: 'The archive holds a file with a dangerous name: {name}',
  },
  'zip.notAFile': {
    ru: 'В архиве ссылка или особый файл: {name}',
    en: 'The archive holds a link or a special file: {name}',
  },
  'zip.encrypted': { ru: 'Архив закрыт паролем: {name}', en: 'The archive is protected by a password: {name}' },
  'zip.limit': {
    ru: 'Архив вышел за предел: {what, select, entries {файлов} entryBytes {байт в одном файле} totalBytes {байт после распаковки} other {сжатие в}} не больше {limit, number}{what, select, ratio { раз} other {}}',
    en: 'The archive passes a limit: at most {limit, number} {what, select, entries {files} entryBytes {bytes in one file} totalBytes {bytes when unpacked} other {times smaller than its contents}}',
  },
  'zip.repeatedName': {
    ru: 'В архиве два файла с одним именем: {name}',
    en: 'The archive holds two files of one name: {name}',
  },
  'spool.unsafeName': { ru: 'Имя файла не подходит: {name}', en: 'The file name cannot be used: {name}' },
  'spool.tooLarge': {
    ru: 'Файл или сеанс обмена больше допустимых {limit} байт',
    en: 'The file or the session is larger than {limit} bytes',
  },
  'spool.diskFull': {
    ru: 'На диске портала кончилось место для файлов обмена',
    en: 'The disk of the portal has no room left for files of the exchange',
  },
  'spool.tooMany': { ru: 'В сеансе обмена больше {limit} файлов', en: 'The session has more than {limit} files' },
  'spool.otherArchive': {
    ru: 'Файл {name} — архив {system}. Портал распаковывает только ZIP: упакуйте выгрузку в ZIP или передавайте файлы без архива',
    en: 'The file {name} is a {system} archive. The portal unpacks ZIP alone: pack the export as ZIP or send the files as they are',
  },
  'zip.inner': {
    ru: 'В архиве {archive} лежат другие архивы, их не распаковывали: {names}. Положите файлы прямо в архив',
    en: 'The archive {archive} holds other archives, which were not unpacked: {names}. Put the files into the archive itself',
  },
  'spool.missing': { ru: 'Файл {name} не передан', en: 'The file {name} has not been sent' },
  'dialogue.denied': { ru: 'Неверные логин или пароль', en: 'Wrong login or password' },
  'dialogue.noSession': {
    ru: 'Сеанс обмена не начат: сначала checkauth',
    en: 'The session has not been opened: checkauth comes first',
  },
  'dialogue.method': {
    ru: 'Так к обмену не обращаются: только GET и POST',
    en: 'The exchange is called by GET and POST alone',
  },
  'dialogue.unknownMode': {
    ru: 'Неизвестный запрос: type={type} mode={mode}',
    en: 'Unknown request: type={type} mode={mode}',
  },
  'dialogue.failed': {
    ru: 'Портал не смог принять запрос. Подробности в журнале обмена',
    en: 'The portal could not take the request. See the exchange journal',
  },
})

addErrorLabels(commercemlLabels)

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof commercemlLabels> {}
}
