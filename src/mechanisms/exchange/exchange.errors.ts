import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

/** Words for what the exchange journal says beside the reader's own codes. */
const errorWords = addErrorLabels({
  'exchange.waits': {
    ru: 'Ждёт связанную запись: её ещё не присылали',
    en: 'Waits for a related record that has not been sent yet',
  },
  'exchange.rejected': {
    ru: 'База данных не приняла запись (код {state})',
    en: 'The database did not take the record (code {state})',
  },
  'exchange.clockAhead': {
    ru: 'Файл составлен позже, чем пришёл: {moment} ({zone}). Часы 1С спешат или у узла указан не тот часовой пояс. Данные приняты, но этот момент не учтён',
    en: 'The file was made later than it came: {moment} ({zone}). The clock of 1C is ahead, or the node has another time zone. The data were taken, the moment was not',
  },
  'exchange.waitedTooLong': {
    ru: 'Не дождались связанных записей за {days, number} {days, plural, one {день} few {дня} other {дней}}: {count, number}. Больше не ждём; если они нужны, отправьте их из 1С ещё раз',
    en: 'Rows that have waited longer than {days, plural, one {# day} other {# days}} for their related records: {count, number}. They wait no more; send them again if they are needed',
  },
  'exchange.fileMissing': {
    ru: 'Такого файла в сеансе нет: 1С его не передала',
    en: 'There is no such file in the session: 1C has not sent it',
  },
  'exchange.fileBroke': {
    ru: 'Портал не смог применить файл: ошибка на нашей стороне. Файл сохранён, его можно повторить',
    en: 'The portal could not apply the file: the fault is ours. The file is kept and can be replayed',
  },
  'exchange.stillWaits': {
    ru: 'Пока не получается: связанной записи всё ещё нет',
    en: 'Not yet: the related record is still missing',
  },
  'exchange.atWork': {
    ru: 'Файлы этого сеанса уже применяются, дождитесь конца',
    en: 'The files of this run are being applied already, wait for the end',
  },
  'exchange.nothingToReplay': {
    ru: 'У этого сеанса нет файлов, которые можно повторить',
    en: 'This run has no files to replay',
  },
  'exchange.bytesGone': {
    ru: 'Файла {name} больше нет на сервере: файлы обмена хранят столько дней, сколько сказано в настройках портала',
    en: 'The file {name} is no longer on the server: exchange files are kept for as many days as the settings say',
  },
  'exchange.issueOver': { ru: 'Эта строка журнала уже закрыта', en: 'This line of the journal is closed already' },
  'exchange.sendAgain': {
    ru: 'В самой записи ошибка: исправьте её в 1С и отправьте ещё раз',
    en: 'The record itself is wrong: mend it in 1C and send it again',
  },
  'stock.negative': {
    ru: 'Отрицательный остаток: {qty}. В кабинете товар показан как отсутствующий',
    en: 'Negative stock: {qty}. The portal shows the product as out of stock',
  },
  'stock.untold': {
    ru: 'Предложений без количества — {count}, хотя у других в этой выгрузке оно есть. Остаток по ним — 0. Например: {examples}',
    en: 'Offers without a quantity: {count}, although others of this file have one. Their stock is 0. For example: {examples}',
  },
  'price.untold': {
    ru: 'Предложений без цен — {count}, хотя у других в этой выгрузке они есть. Для них теперь «цена по запросу». Например: {examples}',
    en: 'Offers without prices: {count}, although others of this file have them. They are priced on request now. For example: {examples}',
  },
  'price.unknownCurrency': {
    ru: 'Валюта «{currency}» не распознана: цена не принята. Укажите в 1С код или обычное название валюты',
    en: 'The currency “{currency}” is not known: the price was not taken. Give its code or usual name in 1C',
  },
  'pictures.noneSent': {
    ru: 'В выгрузке нет ни одной картинки, хотя раньше их присылали. Ничего не убрано: у {count} товаров остались прежние',
    en: 'The export names no picture at all, although some had been sent. Nothing was taken away: {count} products keep theirs',
  },
  'priceType.gone': {
    ru: 'Тип цен «{name}» удалён в 1С. По нему покупают: {clients}. Для них теперь «цена по запросу»: назначьте другой тип цен',
    en: 'The price type “{name}” was deleted in 1C. Clients who bought by it: {clients}. Their prices are on request now: give them another price type',
  },
  'exchange.absentHeld': {
    ru: 'В полной выгрузке нет того, что 1С присылала раньше: {what}. Это больше десятой части, поэтому ничего не скрыто. Если в 1С всё так и есть, подтвердите',
    en: 'The full export lacks what 1C had sent before: {what}. That is more than a tenth, so nothing was hidden. If 1C is right, confirm',
  },
  'exchange.absentHidden': {
    ru: 'В полной выгрузке больше нет и скрыто: {what}',
    en: 'No longer in the full export and hidden: {what}',
  },
  'exchange.absentOver': {
    ru: 'На этот вопрос уже ответили, или 1С с тех пор прислала новую полную выгрузку',
    en: 'This has been answered, or 1C has sent a newer full export since',
  },
  'exchange.brokenPicture': {
    ru: 'Картинка {name} не читается: товар остался без неё',
    en: 'The picture {name} cannot be read: the product is left without it',
  },
  'exchange.pictureRefused': {
    ru: 'Картинка {name} не принята: товар остался без неё. {reason}',
    en: 'The picture {name} was not taken: the product is left without it. {reason}',
  },
  'exchange.picturesMissing': {
    ru: 'Картинок не прислано: {count, number}, например {example} (товар «{product}»). Проверьте в 1С, выгружаются ли файлы картинок',
    en: 'Pictures that were not sent: {count, number}, for example {example} (product “{product}”). Check in 1C whether the files of pictures are exported',
  },
  'order.unknownClient': {
    ru: 'Заказ {number}: клиента с таким контрагентом в кабинете нет',
    en: 'Order {number}: no client with this counterparty in the portal',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
