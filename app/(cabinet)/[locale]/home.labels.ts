import { defineLabels } from '@/src/lib/i18n'

export const homePage = defineLabels({
  tasks: {
    ru: '{count, plural, =0 {Всё под контролем} one {Одно дело ждёт вас} few {# дела ждут вас} many {# дел ждут вас} other {# дела ждут вас}}',
    en: '{count, plural, =0 {All is in order} one {One thing waits for you} other {# things wait for you}}',
  },
  asks: { ru: 'От вас ждут', en: 'Needed from you' },
  allAsks: { ru: 'Все, {count}', en: 'All, {count}' },
  fewAsks: { ru: 'Только срочные', en: 'The urgent ones' },
  noAsks: { ru: 'От вас сейчас ничего не нужно', en: 'Nothing is needed from you now' },
  noAsksText: {
    ru: 'Нет ни счетов к оплате, ни вопросов без ответа.',
    en: 'No invoices to pay, no questions to answer.',
  },
  late: {
    ru: 'просрочено на {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
    en: '{days, plural, one {# day} other {# days}} late',
  },
  today: { ru: 'сегодня', en: 'today' },
  by: { ru: 'до {day}', en: 'by {day}' },
  aside: { ru: 'Отложить', en: 'Put aside' },
  tomorrow: { ru: 'Напомнить завтра', en: 'Remind me tomorrow' },
  asideTomorrow: { ru: 'Отложено до завтра', en: 'Put aside until tomorrow' },
  asideNews: {
    ru: 'Убрано из списка дел. Вернётся, если появится новое',
    en: 'Taken off the list. It is back when there is something new',
  },
  noCompany: { ru: 'Компания ещё не подключена', en: 'No company yet' },
  noCompanyText: {
    ru: 'Менеджер проверит вашу заявку и откроет доступ. Мы напишем на почту.',
    en: 'A manager will check your request and open access. We will write to you.',
  },
  employee: { ru: 'Вы вошли как сотрудник', en: 'You are signed in as an employee' },
  employeeText: {
    ru: 'Заказы, документы и расчёты есть у клиентов. Вам открыты разделы в меню, другие открывает администратор портала.',
    en: 'Orders, documents and settlements are for clients. The sections in the menu are open to you; an administrator of the portal opens others.',
  },
})
