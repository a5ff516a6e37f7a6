import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

/** What a node is told about its items; a 1C administrator reads this in the journal, too. */
const errorWords = addErrorLabels({
  'module.off': { ru: 'Этот раздел выключен', en: 'This part is switched off' },
  'entity.notFound': { ru: 'Такой записи нет', en: 'There is no such record' },
  'input.malformed': { ru: 'Тело запроса не читается', en: 'The body cannot be read' },
  'exchange.waitsFor': {
    ru: 'Отложено: в кабинете ещё нет записи «{entity}» {externalId}. Придёт — применим сами',
    en: 'Parked: the portal has no record “{entity}” {externalId} yet. It is applied when that comes',
  },
  'exchange.fieldInvalid': {
    ru:
      'Поле «{field}»: {reason, select, ' +
      'type {ждём {expected, select, string {текст в кавычках} number {число} int {целое число} boolean {true или false} array {список} object {объект} other {другое значение}}} ' +
      'oneOf {подходит одно из значений {values}} ' +
      'most {не больше {bound, number}{origin, select, string { {bound, plural, one {знака} other {знаков}}} array { {bound, plural, one {строки} other {строк}}} other {}}} ' +
      'least {не меньше {bound, number}{origin, select, string { {bound, plural, one {знака} other {знаков}}} array { {bound, plural, one {строки} other {строк}}} other {}}} ' +
      'other {значение не подходит}}',
    en:
      'The field “{field}” {reason, select, ' +
      'type {takes {expected, select, string {text in quotes} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} other {another value}}} ' +
      'oneOf {takes one of {values}} ' +
      'most {takes at most {bound, number}{origin, select, string { {bound, plural, one {character} other {characters}}} array { {bound, plural, one {entry} other {entries}}} other {}}} ' +
      'least {takes at least {bound, number}{origin, select, string { {bound, plural, one {character} other {characters}}} array { {bound, plural, one {entry} other {entries}}} other {}}} ' +
      'other {does not take this value}}',
  },
  'exchange.notObject': { ru: 'Запись должна быть объектом JSON с полями', en: 'An item is a JSON object with fields' },
  'exchange.cannotClear': {
    ru: 'Поле «{field}» нельзя очистить: пришлите значение или не присылайте поле совсем',
    en: 'The field “{field}” cannot be cleared: send a value or leave the field out',
  },
  'exchange.emptyLeft': {
    ru: 'Поле «{field}» пустое, а очистить его нельзя: осталось прежнее значение',
    en: 'The field “{field}” is empty and cannot be cleared: the former value stays',
  },
  'exchange.unknownField': {
    ru: 'Поля «{field}» нет, оно пропущено{like, select, none {} other {. Возможно, это «{like}»}}',
    en: 'There is no field “{field}”, it was left out{like, select, none {} other {. Did you mean “{like}”?}}',
  },
  'exchange.unknownMore': {
    ru: 'Пропущено ещё {count, number} {count, plural, one {незнакомое поле} few {незнакомых поля} other {незнакомых полей}}',
    en: '{count, plural, one {# more unknown field was} other {# more unknown fields were}} left out',
  },
  'exchange.textCleaned': {
    ru: 'Из поля «{field}» убраны знаки, которые нельзя сохранить',
    en: 'Signs that cannot be kept were cut out of “{field}”',
  },
  'exchange.momentAhead': {
    ru: 'Момент {moment} впереди часов портала: считаем, что это сейчас. Проверьте часы и часовой пояс 1С',
    en: 'The moment {moment} is ahead of the portal’s clock and counts as now. Check the clock and the time zone of 1C',
  },
  'exchange.currencyCode': {
    ru: 'Валюта не распознана. Укажите код ISO 4217 (RUB, 643) или обычное название',
    en: 'The currency is not known. Give its ISO 4217 code (RUB, 643) or its usual name',
  },
  'money.negative': {
    ru: 'Сумма не может быть меньше нуля. Деньги клиента, которые он переплатил, пришлите остатком счёта (balances)',
    en: 'The sum cannot be below zero. Send what a client has overpaid as a balance of the account (balances)',
  },
  'money.moreThanWhole': {
    ru: 'Часть больше целого: {part} из {whole}',
    en: 'The part is more than the whole: {part} of {whole}',
  },
  'exchange.older': { ru: 'Данные старше уже принятых', en: 'The data is older than what was taken already' },
  'exchange.tooMany': {
    ru: 'В одном запросе не больше {max, number} записей',
    en: 'At most {max, number} items in a request',
  },
  'exchange.notArray': { ru: 'Ждём массив JSON из записей', en: 'A JSON array of items is expected' },
  'exchange.brokenJson': { ru: 'Это не JSON: тело запроса не читается', en: 'The body is not JSON' },
  'exchange.charset': {
    ru: 'Кодировку {charset} не читаем: пришлите UTF-8 или windows-1251',
    en: 'The encoding {charset} is not read: send UTF-8 or windows-1251',
  },
  'exchange.notUtf8': {
    ru: 'Тело запроса не в UTF-8. Если это windows-1251, назовите её: Content-Type: application/json; charset=windows-1251',
    en: 'The body is not UTF-8. Name its encoding: Content-Type: application/json; charset=windows-1251',
  },
  'exchange.tooDeep': {
    ru: 'JSON вложен глубже {max, number} уровней',
    en: 'The JSON is nested deeper than {max, number} levels',
  },
  'exchange.unknownFilter': {
    ru: 'Такого отбора нет: {field}{like, select, none {} other {. Возможно, это {like}}}',
    en: 'There is no filter {field}{like, select, none {} other {. Did you mean {like}?}}',
  },
  'exchange.unknownEntity': {
    ru: 'Такого вида записей нет: {entity}',
    en: 'There is no such kind of record: {entity}',
  },
  'exchange.addressDenied': {
    ru: 'С этого адреса узлу обращаться нельзя',
    en: 'The node may not call from this address',
  },
  'exchange.areaDenied': {
    ru: 'Узлу не разрешён этот раздел обмена',
    en: 'The node has no right to this part of the exchange',
  },
  'exchange.nodeWrong': {
    ru: 'Логин, пароль или токен узла не подходят',
    en: 'The node’s login, password or token is wrong',
  },
  'exchange.ackAhead': { ru: 'Номер {seq} ещё никому не выдавали', en: 'The number {seq} was never given out' },
  'exchange.managerUnknown': {
    ru: 'Менеджер {manager} не найден, назначен менеджер по умолчанию',
    en: 'Manager {manager} is unknown, the default one was assigned',
  },
  'exchange.partnerSelf': {
    ru: 'Компания не может быть партнёром самой себе',
    en: 'A company cannot be its own partner',
  },
  'exchange.multipartNeeded': {
    ru: 'Ждём multipart/form-data с полем file',
    en: 'multipart/form-data with a field file is expected',
  },
  'exchange.currencyNeeded': {
    ru: 'Укажите валюту: в параметрах портала её нет',
    en: 'Please give the currency: the portal’s settings name none',
  },
  'exchange.contractForeign': {
    ru: 'Договор принадлежит другому клиенту',
    en: 'The contract belongs to another client',
  },
  'exchange.readNothing': { ru: 'Укажите externalId', en: 'Name an externalId' },
  'idempotency.keyTooLong': {
    ru: 'Idempotency-Key длиннее 200 знаков',
    en: 'Idempotency-Key is longer than 200 characters',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
