import type { LabelTree } from '@/src/lib/i18n'

/** Plain words, read in the browser too: whatever imports the message format would bring it along on the first visit. */
export const feedbackLabels = {
  failed: { ru: 'Не получилось показать', en: 'This could not be shown' },
  failedText: {
    ru: 'Мы уже видим эту ошибку. Обычно помогает открыть страницу ещё раз.',
    en: 'We can see the error. Opening the page again usually helps.',
  },
  again: { ru: 'Попробовать ещё раз', en: 'Try again' },
  errorCode: { ru: 'Код для поддержки: {code}', en: 'Code for support: {code}' },
  forbidden: { ru: 'Эта страница для вас закрыта', en: 'This page is closed to you' },
  forbiddenText: {
    ru: 'Права даёт администратор вашей компании или ваш менеджер.',
    en: 'Your company’s administrator or your manager can give the right.',
  },
  forbiddenOther: {
    ru: 'Права даёт администратор вашей компании или ваш менеджер. Возможно, нужна другая компания: её можно сменить слева вверху.',
    en: 'Your company’s administrator or your manager can give the right. You may also need another company: switch it at the upper left.',
  },
  forbiddenWaiting: {
    ru: 'Она откроется вместе с вашей компанией: менеджер проверит заявку, и мы напишем на почту.',
    en: 'It opens together with your company: a manager checks your request, and we write to you.',
  },
  forbiddenEmployee: {
    ru: 'Это раздел для клиентов, а вы вошли как сотрудник. Доступ меняет администратор портала.',
    en: 'This section is for clients, and you are signed in as an employee. An administrator of the portal can change your access.',
  },
  home: { ru: 'На главную', en: 'To the home page' },
  lost: { ru: 'Такой страницы нет', en: 'There is no such page' },
  lostText: {
    ru: 'Возможно, она переехала или адрес набран с опечаткой.',
    en: 'It may have moved, or the address has a typo.',
  },
  offline: { ru: 'Нет связи', en: 'No connection' },
  offlineText: {
    ru: 'Всё, что вы набрали, сохранено в этом браузере. Отправьте, когда связь вернётся.',
    en: 'What you typed is kept in this browser. Send it when the connection is back.',
  },
  loading: { ru: 'Загружаем', en: 'Loading' },
  close: { ru: 'Закрыть', en: 'Close' },
  undo: { ru: 'Вернуть', en: 'Undo' },
  notices: { ru: 'Сообщения', en: 'Messages' },
} as const satisfies LabelTree
