import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about the portal's settings. */
export const globalLabels = defineLabels({
  group: { ru: 'Настройки', en: 'Settings' },
  companyDetails: { ru: 'Реквизиты компании', en: 'Company details' },
  modules: { ru: 'Модули', en: 'Modules' },
  numbering: { ru: 'Нумерация', en: 'Numbering' },
  portalSettings: { ru: 'Параметры портала', en: 'Portal settings' },
  genitiveHint: {
    ru: 'Должность и имя в родительном падеже: «генерального директора Иванова Ивана Ивановича». Пустое поле портал заполнит сам',
    en: 'The post and the name in the Russian genitive. Left empty, the portal makes it',
  },
  fields: {
    name: { ru: 'Краткое название', en: 'Short name' },
    legalName: { ru: 'Полное наименование', en: 'Legal name' },
    inn: { ru: 'ИНН', en: 'INN' },
    kpp: { ru: 'КПП', en: 'KPP' },
    ogrn: { ru: 'ОГРН', en: 'OGRN' },
    address: { ru: 'Юридический адрес', en: 'Legal address' },
    phone: { ru: 'Телефон', en: 'Phone' },
    email: { ru: 'Почта', en: 'E-mail' },
    bankName: { ru: 'Банк', en: 'Bank' },
    bik: { ru: 'БИК', en: 'BIK' },
    account: { ru: 'Расчётный счёт', en: 'Account' },
    corrAccount: { ru: 'Корреспондентский счёт', en: 'Correspondent account' },
    director: { ru: 'Руководитель', en: 'Director' },
    directorPost: { ru: 'Должность руководителя', en: 'Director’s post' },
    directorGenitive: { ru: 'В лице кого', en: 'Represented by' },
    directorBasis: { ru: 'На основании чего', en: 'Acting on the basis of' },
    accountant: { ru: 'Главный бухгалтер', en: 'Chief accountant' },
    vatPayer: { ru: 'Плательщик НДС', en: 'VAT payer' },
    off: { ru: 'Выключенные модули', en: 'Modules switched off' },
    orderPrefix: { ru: 'Префикс номера заказа', en: 'Order number prefix' },
    orderDigits: { ru: 'Цифр в номере заказа', en: 'Digits of an order number' },
    registrationOpen: { ru: 'Регистрация открыта', en: 'Registration is open' },
    showStock: { ru: 'Как показывать остатки', en: 'How stock is shown' },
    lowStock: { ru: '«Мало», если меньше, чем', en: 'Shown as low when under' },
    overdueBlocksOrders: {
      ru: 'Не принимать заказы с отсрочкой при просрочке',
      en: 'Refuse credit orders while overdue',
    },
    contractsOnlyForUsers: {
      ru: 'Хранить договоры только тех клиентов, у кого есть доступ в кабинет',
      en: 'Keep contracts only of clients who have access to the portal',
    },
    shipsSaturday: { ru: 'Отгружаем по субботам', en: 'We ship on Saturdays' },
    shipsSunday: { ru: 'Отгружаем по воскресеньям', en: 'We ship on Sundays' },
    shippingDaysOff: { ru: 'Дни без отгрузок', en: 'Days without shipping' },
    remindDays: {
      ru: 'За сколько дней напоминать о платеже по графику',
      en: 'Days before a scheduled payment to remind of it',
    },
    frontOrigins: { ru: 'Сайты, чьим страницам открыт API', en: 'Sites whose pages may use the API' },
    currency: { ru: 'Валюта, когда её не назвали', en: 'Currency when none is named' },
    documentRetentionDays: { ru: 'Хранить присланные файлы обмена, дней', en: 'Keep raw exchange files, days' },
    parkedDays: { ru: 'Ждать связанных записей обмена, дней', en: 'Let exchange rows wait for others, days' },
  },
  help: {
    parkedDays: {
      ru: 'Цена без товара, заказ без клиента. Что не дождалось, отмечено в журнале обмена.',
      en: 'A price without its product, an order without its client. What has waited too long is named in the exchange journal.',
    },
    currency: {
      ru: 'Для нового клиента и типа цен, если 1С не назвала валюту. Пусто — такую запись не принимать.',
      en: 'For a new client or price type for which 1C names no currency. Empty: such a record is refused.',
    },
    shippingDaysOff: {
      ru: 'По одному на строку, например 31.12.2026. Клиент не сможет выбрать такой день в заказе.',
      en: 'One a line, such as 31.12.2026. Clients cannot choose such a day in an order.',
    },
    remindDays: {
      ru: 'Письмо и уведомление получат сотрудники клиента, которые видят договоры. 0 — напоминать в самый день платежа.',
      en: 'The client’s people who see contracts get a letter and a notice. 0 reminds on the day itself.',
    },
    frontOrigins: {
      ru: 'По одному на строку, например https://shop.example.ru. Страницы этих сайтов смогут обращаться к /api/v1 по ключу доступа; программам на сервере и в телефоне это не нужно.',
      en: 'One a line, such as https://shop.example.ru. Pages of these sites may call /api/v1 by an access key; programs on a server or a phone do not need it.',
    },
    wrongOrigin: {
      ru: '«{line}» не похоже на адрес сайта: напишите, например, https://shop.example.ru',
      en: '“{line}” is no address of a site: write it like https://shop.example.ru',
    },
    wrongDay: {
      ru: '«{line}» не похоже на день: напишите, например, 31.12.2026',
      en: '“{line}” is no day: write it like 31.12.2026',
    },
  },
  options: {
    showStock: {
      exact: { ru: 'Точное количество', en: 'Exact quantity' },
      words: { ru: 'Словами: есть, мало, под заказ', en: 'In words: in stock, low, to order' },
    },
  },
})
