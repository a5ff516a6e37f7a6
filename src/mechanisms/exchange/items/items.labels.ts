import { addErrorLabels } from '@/src/lib/error-labels'

/** What a node is told about its items; a 1C administrator reads this in the journal, too. */
addErrorLabels({
  'module.off': { ru: 'Этот раздел выключен', en: 'This part is switched off' },
  'entity.notFound': { ru: 'Такой записи нет', en: 'There is no such record' },
  'input.malformed': { ru: 'Тело запроса не читается', en: 'The body cannot be read' },
  'exchange.waitsFor': {
    ru: 'Отложено: в кабинете ещё нет записи {externalId} ({entity}). Придёт — применим сами',
    en: 'Parked: the portal has no record {externalId} ({entity}) yet. It is applied when that comes',
  },
  'exchange.fieldInvalid': {
    ru: 'Поле «{field}» заполнено неверно{reason, select, invalid_type {: там значение другого вида или пусто} too_big {: слишком длинно или велико} too_small {: слишком коротко или мало} invalid_format {: не тот вид записи} invalid_value {: такого значения нет в списке} unrecognized_keys {: там незнакомое поле} other {}}',
    en: 'The field “{field}” is not valid{reason, select, invalid_type {: the value is of another kind or missing} too_big {: it is too long or too large} too_small {: it is too short or too small} invalid_format {: it is written in another way} invalid_value {: there is no such value in the list} unrecognized_keys {: it holds an unknown field} other {}}',
  },
  'exchange.older': { ru: 'Данные старше уже принятых', en: 'The data is older than what was taken already' },
  'exchange.tooMany': { ru: 'В одном запросе не больше {max, number} записей', en: 'At most {max, number} items in a request' },
  'exchange.notArray': { ru: 'Ждём массив JSON из записей', en: 'A JSON array of items is expected' },
  'exchange.brokenJson': { ru: 'Это не JSON: тело запроса не читается', en: 'The body is not JSON' },
  'exchange.unknownEntity': { ru: 'Такого вида записей нет: {entity}', en: 'There is no such kind of record: {entity}' },
  'exchange.addressDenied': { ru: 'С этого адреса узлу обращаться нельзя', en: 'The node may not call from this address' },
  'exchange.areaDenied': { ru: 'Узлу не разрешён этот раздел обмена', en: 'The node has no right to this part of the exchange' },
  'exchange.nodeWrong': { ru: 'Логин, пароль или токен узла не подходят', en: 'The node’s login, password or token is wrong' },
  'exchange.ackAhead': { ru: 'Номер {seq} ещё никому не выдавали', en: 'The number {seq} was never given out' },
  'exchange.managerUnknown': { ru: 'Менеджер {manager} не найден, назначен менеджер по умолчанию', en: 'Manager {manager} is unknown, the default one was assigned' },
  'exchange.partnerSelf': { ru: 'Компания не может быть партнёром самой себе', en: 'A company cannot be its own partner' },
  'exchange.multipartNeeded': { ru: 'Ждём multipart/form-data с полем file', en: 'multipart/form-data with a field file is expected' },
  'exchange.contractForeign': { ru: 'Договор принадлежит другому клиенту', en: 'The contract belongs to another client' },
  'exchange.readNothing': { ru: 'Укажите externalId', en: 'Name an externalId' },
  'idempotency.keyTooLong': { ru: 'Idempotency-Key длиннее 200 знаков', en: 'Idempotency-Key is longer than 200 characters' },
})
