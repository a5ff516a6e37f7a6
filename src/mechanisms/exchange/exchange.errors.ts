import { addErrorLabels } from '@/src/lib/error-labels'

/** Words for what the exchange journal says beside the reader's own codes. */
addErrorLabels({
  'exchange.waits': { ru: 'Ждёт связанную запись: её ещё не присылали', en: 'Waits for a related record that has not been sent yet' },
  'exchange.rejected': { ru: 'База данных не приняла запись (код {state})', en: 'The database did not take the record (code {state})' },
  'exchange.fileMissing': { ru: 'Такого файла в сеансе нет: 1С его не передала', en: 'There is no such file in the session: 1C has not sent it' },
  'exchange.fileBroke': { ru: 'Портал не смог применить файл: ошибка на нашей стороне. Файл сохранён, его можно повторить', en: 'The portal could not apply the file: the fault is ours. The file is kept and can be replayed' },
  'exchange.stillWaits': { ru: 'Пока не получается: связанной записи всё ещё нет', en: 'Not yet: the related record is still missing' },
  'exchange.nothingToReplay': { ru: 'У этого сеанса нет файлов, которые можно повторить', en: 'This run has no files to replay' },
  'exchange.bytesGone': { ru: 'Файла {name} больше нет на сервере: файлы обмена хранят столько дней, сколько сказано в настройках портала', en: 'The file {name} is no longer on the server: exchange files are kept for as many days as the settings say' },
  'exchange.issueOver': { ru: 'Эта строка журнала уже закрыта', en: 'This line of the journal is closed already' },
  'exchange.sendAgain': { ru: 'В самой записи ошибка: исправьте её в 1С и отправьте ещё раз', en: 'The record itself is wrong: mend it in 1C and send it again' },
  'stock.negative': { ru: 'Отрицательный остаток: {qty}. В кабинете товар показан как отсутствующий', en: 'Negative stock: {qty}. The portal shows the product as out of stock' },
  'exchange.absentHeld': {
    ru: 'В полной выгрузке нет того, что 1С присылала раньше: {what}. Это больше десятой части, поэтому ничего не скрыто. Если в 1С всё так и есть, подтвердите',
    en: 'The full export lacks what 1C had sent before: {what}. That is more than a tenth, so nothing was hidden. If 1C is right, confirm',
  },
  'exchange.absentHidden': { ru: 'В полной выгрузке больше нет и скрыто: {what}', en: 'No longer in the full export and hidden: {what}' },
  'exchange.absentOver': { ru: 'На этот вопрос уже ответили, или 1С с тех пор прислала новую полную выгрузку', en: 'This has been answered, or 1C has sent a newer full export since' },
  'exchange.brokenPicture': { ru: 'Картинка {name} не читается: товар остался без неё', en: 'The picture {name} cannot be read: the product is left without it' },
  'exchange.pictureRefused': { ru: 'Картинка {name} не принята: товар остался без неё. {reason}', en: 'The picture {name} was not taken: the product is left without it. {reason}' },
  'exchange.picturesMissing': {
    ru: 'Картинок не прислано: {count, number}, например {example} (товар «{product}»). Проверьте в 1С, выгружаются ли файлы картинок',
    en: 'Pictures that were not sent: {count, number}, for example {example} (product “{product}”). Check in 1C whether the files of pictures are exported',
  },
  'order.unknownClient': { ru: 'Заказ {number}: клиента с таким контрагентом в кабинете нет', en: 'Order {number}: no client with this counterparty in the portal' },
})
