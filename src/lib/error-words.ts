import { declarations } from './declarations'
import type { FieldIssue } from './errors'
import { defineLabels, say, type Locale, type Text } from './i18n'

/** Words for the codes that any room may throw. A room adds its own with `addErrorLabels`. */
export const errorLabels = defineLabels({
  unexpected: {
    ru: 'Что-то сломалось у нас. Мы уже видим эту ошибку, попробуйте ещё раз через минуту',
    en: 'Something broke on our side. We can see the error, please try again in a minute',
  },
  'input.invalid': {
    ru: 'Проверьте заполнение: не все поля понятны',
    en: 'Please check the form: some fields are not clear',
  },
  'input.malformed': { ru: 'Запрос не читается', en: 'The request cannot be read' },
  'input.required': { ru: 'Заполните это поле', en: 'Please fill in this field' },
  'input.tooLong': {
    ru: 'Слишком длинно: не больше {max, number} {max, plural, one {знака} other {знаков}}',
    en: 'Too long: at most {max, plural, one {# character} other {# characters}}',
  },
  'number.malformed': { ru: 'Это не похоже на число: «{value}»', en: 'This does not look like a number: “{value}”' },
  'number.tooLarge': { ru: 'Число слишком велико', en: 'The number is too large' },
  'date.malformed': { ru: 'Это не похоже на дату', en: 'This does not look like a date' },
  'inn.wrong': { ru: 'В ИНН ошибка: проверьте цифры', en: 'The INN has an error: please check the digits' },
  'kpp.wrong': { ru: 'КПП состоит из девяти знаков: проверьте их', en: 'A KPP has nine characters: please check them' },
  'ogrn.wrong': { ru: 'В ОГРН ошибка: проверьте цифры', en: 'The OGRN has an error: please check the digits' },
  'account.wrong': {
    ru: 'Счёт не подходит к БИК: проверьте цифры',
    en: 'The account does not match the BIK: please check the digits',
  },
  'phone.wrong': {
    ru: 'Укажите телефон с кодом, например +7 903 123-45-67',
    en: 'Enter the phone with its code, for example +7 903 123-45-67',
  },
  'name.wrong': { ru: 'Укажите имя без ссылок и знаков разметки', en: 'Please give a name without links or markup' },
  'email.wrong': {
    ru: 'Проверьте адрес почты: в нём опечатка',
    en: 'Please check the e-mail address: there is a typo',
  },
  'auth.required': { ru: 'Войдите, чтобы продолжить', en: 'Log in to continue' },
  'auth.wrong': { ru: 'Почта или пароль не подходят', en: 'The e-mail or the password is wrong' },
  'access.denied': {
    ru: 'На это у вас нет прав. {reader, select, staff {Их даёт администратор портала} other {Их даёт администратор вашей компании или ваш менеджер}}',
    en: 'You have no right to do this. {reader, select, staff {An administrator of the portal can give it} other {Your company’s administrator or your manager can give it}}',
  },
  'action.unknown': {
    ru: 'Такого действия нет. Обновите страницу',
    en: 'There is no such action. Please reload the page',
  },
  'query.malformed': { ru: 'В адресе запроса ошибка', en: 'The address of the request cannot be read' },
  'query.tooMuch': { ru: 'Слишком сложный запрос: сузьте условия', en: 'The query is too complex: please narrow it' },
  'query.refused': {
    ru: 'По этому полю нельзя отбирать и сортировать',
    en: 'This field cannot be filtered or sorted by',
  },
  'path.malformed': { ru: 'Такого адреса быть не может', en: 'There can be no such address' },
  'record.notFound': {
    ru: 'Ничего не нашли: возможно, запись удалена или закрыта для вас',
    en: 'Nothing found: it may have been removed or is closed to you',
  },
  'relation.unknown': {
    ru: 'Выбранная запись не найдена или закрыта для вас',
    en: 'The chosen record was not found or is closed to you',
  },
  'owner.required': {
    ru: 'У записи должен остаться клиент: выберите другого или оставьте прежнего',
    en: 'The record needs a client: choose another one or leave the present one',
  },
  'owner.follows': {
    ru: 'Эта запись — часть другой и переходит к другому клиенту только вместе с ней',
    en: 'This is part of another record and goes to another client only together with it',
  },
  'owner.other': {
    ru: 'Выбранная запись принадлежит другому клиенту',
    en: 'The chosen record belongs to another client',
  },
  'record.changed': {
    ru: 'Пока вы смотрели, запись изменилась. Обновите страницу',
    en: 'This has changed while you were looking. Please reload the page',
  },
  'record.inUse': {
    ru: 'Удалить нельзя: на эту запись ссылаются другие{by, select, none {} other { ({by})}}. Сначала разберите их или закройте запись, не удаляя',
    en: 'This cannot be deleted: others refer to it{by, select, none {} other { ({by})}}. Sort those out first, or close this one without deleting it',
  },
  'module.off': { ru: 'Этот раздел выключен', en: 'This section is switched off' },
  'module.list': { ru: 'Ждём список модулей', en: 'A list of modules is expected' },
  'ledger.unbalanced': {
    ru: 'Проводка не сходится, и мы её не записали. Мы уже видим эту ошибку',
    en: 'The entry does not balance and was not written. We can see the error',
  },
  'module.unknown': { ru: 'Такого модуля нет: {list}', en: 'There is no such module: {list}' },
  'module.required': { ru: 'Эти модули нужны всегда: {list}', en: 'These modules are always on: {list}' },
  'record.duplicate': { ru: 'Такая запись уже есть', en: 'There is already one like this' },
  'idempotency.told': {
    ru: 'Это уже сделано, а ответ второй раз не даётся: в нём был секрет или ваши права с тех пор изменились',
    en: 'This is done already, and its answer is not given twice: it held a secret, or your rights have changed since',
  },
  'idempotency.mismatch': {
    ru: 'Этот запрос уже отправлен с другими данными',
    en: 'This request was already sent with other data',
  },
  'rate.limited': {
    ru: 'Слишком много попыток. Подождите и попробуйте снова',
    en: 'Too many attempts. Please wait and try again',
  },
  'request.tooLarge': { ru: 'Слишком большой запрос', en: 'The request is too large' },
  'preference.tooLarge': { ru: 'Столько настроек мы не храним', en: 'These settings are too large to be kept' },
  'service.unavailable': {
    ru: 'Сервис не отвечает. Попробуйте позже',
    en: 'The service does not answer. Please try later',
  },
  'file.tooLarge': { ru: 'Файл больше {max, number} МБ', en: 'The file is larger than {max, number} MB' },
  'file.typeRefused': {
    ru: 'Такие файлы не принимаем. Подойдут: {allowed}',
    en: 'Files of this kind are not accepted. These are: {allowed}',
  },
  'file.mismatch': {
    ru: 'Содержимое файла не совпадает с его названием',
    en: 'The file’s contents do not match its name',
  },
  'file.refused': {
    ru: 'Этот файл не подходит: проверьте его вид и размер',
    en: 'This file does not fit: please check its kind and size',
  },
  'file.missing': { ru: 'Файл не найден в хранилище', en: 'The file was not found in the storage' },
  'file.empty': { ru: 'Файл пустой', en: 'The file is empty' },
  'file.storeUnavailable': {
    ru: 'Хранилище файлов не отвечает. Попробуйте через несколько минут',
    en: 'The file store does not answer. Please try again in a few minutes',
  },
  'image.broken': { ru: 'Картинка не открывается', en: 'The picture does not open' },
  'image.format': {
    ru: 'Формат {format} портал не читает: сохраните картинку в JPEG или PNG',
    en: 'The portal cannot read {format}: save the picture as JPEG or PNG',
  },
  'image.tooLarge': {
    ru: 'Картинка слишком большая: не больше {max, number} мегапикселей',
    en: 'The picture is too large: at most {max, number} megapixels',
  },
  'print.failed': {
    ru: 'Не получилось подготовить документ. Попробуйте ещё раз',
    en: 'The document could not be made. Please try again',
  },
  'print.timeout': {
    ru: 'Документ готовится слишком долго. Попробуйте ещё раз',
    en: 'The document takes too long to make. Please try again',
  },
  'print.tooLarge': {
    ru: 'Документ слишком большой для печати. Сократите период',
    en: 'The document is too large to print. Choose a shorter period',
  },
  'print.badData': {
    ru: 'Для документа не хватает данных. Мы уже видим эту ошибку',
    en: 'Some data for the document are missing. We can see the error',
  },
  'print.aborted': { ru: 'Печать отменена', en: 'Printing was cancelled' },
  'http.aborted': { ru: 'Запрос отменён', en: 'The request was cancelled' },
  'mail.headerRefused': {
    ru: 'В заголовке письма недопустимый знак',
    en: 'A mail header holds a character that is not allowed',
  },
  'mail.failed': { ru: 'Письмо не отправлено', en: 'The letter was not sent' },
  'http.blocked': { ru: 'Этот адрес закрыт для обращений с портала', en: 'The portal may not call this address' },
})

const added = declarations<Text>()

/** The codes that a set of words speaks of, for `ErrorCodes`. */
export type CodesOf<Words> = { [Code in keyof Words]: true }

declare module './errors' {
  interface ErrorCodes extends CodesOf<typeof errorLabels> {}
}

/**
 * A room gives words to its own codes, and says below them that it did: `interface ErrorCodes extends CodesOf<typeof words> {}`
 * in `declare module '@/src/lib/errors'`. The same code again replaces the words.
 */
export function addErrorLabels<const Words extends Record<string, Text>>(labels: Words): Words {
  for (const [code, text] of Object.entries(labels)) added.set(code, text)
  return labels
}

/** Whether there are words for this code. */
export function hasErrorLabel(code: string): boolean {
  return errorLabel(code) !== undefined
}

/** What to tell about one of several wrong fields. */
export function issueText({ code, params }: FieldIssue, locale: Locale): string {
  return say(errorLabel(code) ?? errorLabels['input.invalid'], locale, params)
}

const isPlain = (code: string): code is keyof typeof errorLabels => Object.hasOwn(errorLabels, code)

/** The words of a code in both languages; undefined when nobody has written them. */
export function errorLabel(code: string): Text | undefined {
  return added.get(code) ?? (isPlain(code) ? errorLabels[code] : undefined)
}
