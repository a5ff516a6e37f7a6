import { addErrorLabels } from '@/src/lib/error-labels'

/** Words for what the exchange journal says beside the reader's own codes. */
addErrorLabels({
  'exchange.waits': { ru: 'Ждёт связанную запись: её ещё не присылали', en: 'Waits for a related record that has not been sent yet' },
  'exchange.rejected': { ru: 'База данных не приняла запись (код {state})', en: 'The database did not take the record (code {state})' },
  'exchange.clockAhead': {
    ru: 'Файл составлен позже, чем пришёл: {moment} ({zone}). Часы 1С спешат или у узла указан не тот часовой пояс. Данные приняты, но этот момент не учтён',
    en: 'The file was made later than it came: {moment} ({zone}). The clock of 1C is ahead, or the node has another time zone. The data were taken, the moment was not',
  },
  'exchange.waitedTooLong': {
    ru: 'Не дождались связанных записей за {days, number} {days, plural, one {день} few {дня} other {дней}}: {count, number}. Больше не ждём; если они нужны, отправьте их из 1С ещё раз',
    en: 'Rows that have waited longer than {days, plural, one {# day} other {# days}} for their related records: {count, number}. They wait no more; send them again if they are needed',
  },
  'exchange.fileMissing': { ru: 'Такого файла в сеансе нет: 1С его не передала', en: 'There is no such file in the session: 1C has not sent it' },
  'exchange.stillWaits': { ru: 'Пока не получается: связанной записи всё ещё нет', en: 'Not yet: the related record is still missing' },
  'exchange.nothingToReplay': { ru: 'У этого сеанса нет файлов, которые можно повторить', en: 'This run has no files to replay' },
  'exchange.sendAgain': { ru: 'В самой записи ошибка: исправьте её в 1С и отправьте ещё раз', en: 'The record itself is wrong: mend it in 1C and send it again' },
  'stock.negative': { ru: 'Отрицательный остаток: {qty}. В кабинете товар показан как отсутствующий', en: 'Negative stock: {qty}. The portal shows the product as out of stock' },
  'exchange.absentHeld': {
    ru: 'В полной выгрузке нет того, что 1С присылала раньше: {what}. Это больше десятой части, поэтому ничего не скрыто. Если в 1С всё так и есть, подтвердите',
    en: 'The full export lacks what 1C had sent before: {what}. That is more than a tenth, so nothing was hidden. If 1C is right, confirm',
  },
  'exchange.absentHidden': { ru: 'В полной выгрузке больше нет и скрыто: {what}', en: 'No longer in the full export and hidden: {what}' },
  'exchange.absentOver': { ru: 'На этот вопрос уже ответили, или 1С с тех пор прислала новую полную выгрузку', en: 'This has been answered, or 1C has sent a newer full export since' },
  'exchange.brokenPicture': { ru: 'Картинка {name} не читается: товар остался без неё', en: 'The picture {name} cannot be read: the product is left without it' },
  'order.unknownClient': { ru: 'Заказ {number}: клиента с таким контрагентом в кабинете нет', en: 'Order {number}: no client with this counterparty in the portal' },
})
