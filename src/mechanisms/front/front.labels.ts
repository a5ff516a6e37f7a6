import { defineLabels } from '@/src/lib/i18n'

/** Every word of the description of `/api/v1`. */
export const frontWords = defineLabels({
  title: { ru: 'Кабинет: API для своего сайта и приложения', en: 'Kabinet: API for a site or an app of one’s own' },
  about: {
    ru: 'То же, что человек видит в кабинете, и по тем же правам. Суммы, цены и количества — десятичные строки («1234.50»), время — ISO 8601 в UTC, дни — ГГГГ-ММ-ДД. Отказ — {code, message}: code для программы, message для человека на языке Accept-Language.',
    en: 'The same that a person sees in the cabinet, by the same rights. Sums, prices and quantities are decimal strings (“1234.50”), moments are ISO 8601 in UTC, days YYYY-MM-DD. A refusal is {code, message}: the code for programs, the message for people, in the language of Accept-Language.',
  },
  key: {
    ru: 'Ключ доступа из профиля: Authorization: Bearer kbp_…',
    en: 'An access key of one’s profile: Authorization: Bearer kbp_…',
  },
  session: { ru: 'Вход в кабинет', en: 'Being signed in to the cabinet' },
  needs: { ru: 'Нужно право {needs}.', en: 'Takes the capability {needs}.' },
  company: {
    ru: 'Компания, о которой речь; то же можно сказать параметром {name}. По умолчанию — компания ключа или основная',
    en: 'The company it is about; the parameter {name} says the same. Left out: that of the key, or the main one',
  },
  idempotency: {
    ru: 'Тот же ключ и то же тело дают тот же ответ, ничего не делая второй раз',
    en: 'The same key and body give the same answer, and nothing is done twice',
  },
  ok: { ru: 'Ответ', en: 'The answer' },
  refusals: {
    '400': { ru: 'Запрос не читается', en: 'The request cannot be read' },
    '401': { ru: 'Нет входа, или ключ не подходит', en: 'Nobody is signed in, or the key is wrong' },
    '403': { ru: 'На это нет прав', en: 'There is no right to it' },
    '404': { ru: 'Такого нет, или оно чужое', en: 'There is no such thing, or it is somebody else’s' },
    '409': { ru: 'Сейчас так нельзя', en: 'It cannot be done now' },
    '422': { ru: 'Параметр или поле не подходит', en: 'A parameter or a field does not fit' },
    '429': {
      ru: 'Слишком часто; Retry-After — через сколько секунд',
      en: 'Too often; Retry-After says in how many seconds',
    },
  },
  docs: {
    machine: { ru: 'Машинное описание', en: 'The machine description' },
    parameters: { ru: 'Параметры', en: 'Parameters' },
    body: { ru: 'Тело', en: 'Body' },
    answer: { ru: 'Ответ', en: 'Answer' },
    bytes: { ru: 'Файл', en: 'A file' },
    start: { ru: 'Начало', en: 'First steps' },
    startText: {
      ru: 'Создайте ключ в профиле, раздел «Ключи доступа»: его показывают один раз. Ключ — в заголовке, не в адресе.',
      en: 'Make a key in your profile, under “Access keys”: it is shown once. A key stands in the header, never in an address.',
    },
  },
})
