import { defineLabels, type Text } from '@/src/lib/i18n'

/** What the journals call by a code that nothing declares: changes of records, what is sent, who did it. A code that is not here is shown as it is. */
export const journalWords = defineLabels({
  action: {
    create: { ru: 'Создана запись', en: 'Made a record' },
    update: { ru: 'Изменена запись', en: 'Changed a record' },
    delete: { ru: 'Удалена запись', en: 'Deleted a record' },
    'staff.signIn': { ru: 'Вход в панель', en: 'Signed in to the panel' },
    'users.signIn': { ru: 'Вход в кабинет', en: 'Signed in to the portal' },
    'companies.sweep': { ru: 'Убрана неподтверждённая компания', en: 'Swept an unconfirmed company' },
    'users.sweep': { ru: 'Убрана неподтверждённая регистрация', en: 'Swept an unconfirmed registration' },
    'modules.switch': { ru: 'Включены или выключены модули', en: 'Switched modules' },
    'users.resetPassword': { ru: 'Задан новый пароль по ссылке', en: 'Set a new password by a link' },
    'staff.resetPassword': { ru: 'Задан новый пароль по ссылке', en: 'Set a new password by a link' },
    'owner.move': { ru: 'Запись передана другому клиенту', en: 'Gave a record to another client' },
  },
  kind: {
    catalog: { ru: 'Каталог', en: 'Catalogue' },
    sale: { ru: 'Заказы', en: 'Orders' },
    orders: { ru: 'Заказы', en: 'Orders' },
    'orders-out': { ru: 'Заказы в 1С', en: 'Orders to 1C' },
    documents: { ru: 'Документы', en: 'Documents' },
    'statement-lines': { ru: 'Выписка', en: 'Statement' },
    balances: { ru: 'Балансы', en: 'Balances' },
    debts: { ru: 'Долги', en: 'Debts' },
    'credit-limits': { ru: 'Кредитные лимиты', en: 'Credit limits' },
    companies: { ru: 'Клиенты', en: 'Clients' },
    contractors: { ru: 'Контрагенты', en: 'Contractors' },
    contacts: { ru: 'Контактные лица', en: 'Contacts' },
    contracts: { ru: 'Договоры', en: 'Contracts' },
    schedules: { ru: 'Графики платежей', en: 'Payment schedules' },
    'schedule-lines': { ru: 'Графики платежей', en: 'Payment schedules' },
    branches: { ru: 'Филиалы', en: 'Branches' },
    'portal-roles': { ru: 'Роли в кабинете', en: 'Portal roles' },
    products: { ru: 'Товары', en: 'Products' },
    skus: { ru: 'Предложения', en: 'Offers' },
    groups: { ru: 'Разделы', en: 'Sections' },
    prices: { ru: 'Цены', en: 'Prices' },
    'price-types': { ru: 'Типы цен', en: 'Price types' },
    stocks: { ru: 'Остатки', en: 'Stock' },
    warehouses: { ru: 'Склады', en: 'Warehouses' },
    units: { ru: 'Единицы', en: 'Units' },
    brands: { ru: 'Бренды', en: 'Brands' },
    'mentioned-products': { ru: 'Товары', en: 'Products' },
    'total-stocks': { ru: 'Остатки', en: 'Stock' },
    pictures: { ru: 'Картинки', en: 'Pictures' },
    file: { ru: 'Файл', en: 'File' },
    absent: { ru: 'Полная выгрузка', en: 'Full export' },
    'document-requests': { ru: 'Запросы документов', en: 'Document requests' },
    comments: { ru: 'Переписка', en: 'Messages' },
    memberships: { ru: 'Доступ к компаниям', en: 'Company access' },
    users: { ru: 'Пользователи кабинета', en: 'Portal users' },
    staff: { ru: 'Сотрудники', en: 'Staff' },
  },
  role: {
    admin: { ru: 'Администратор', en: 'Administrator' },
    editor: { ru: 'Редактор', en: 'Editor' },
    manager: { ru: 'Менеджер', en: 'Manager' },
    head: { ru: 'Руководитель', en: 'Head' },
    accountant: { ru: 'Бухгалтер', en: 'Accountant' },
    client: { ru: 'Клиент', en: 'Client' },
    partner: { ru: 'Партнёр', en: 'Partner' },
    employee: { ru: 'Сотрудник', en: 'Employee' },
    erp: { ru: '1С', en: '1C' },
    system: { ru: 'Портал', en: 'The portal' },
    anonymous: { ru: 'Гость', en: 'Guest' },
    'exchange-nodes': { ru: 'Узел обмена', en: 'Exchange node' },
    users: { ru: 'Кабинет', en: 'Portal' },
    staff: { ru: 'Панель', en: 'Panel' },
  },
})

export type JournalCode = keyof typeof journalWords

/** The words of a code, else of its verb (`companies.update`), or the code itself when nobody has named it. */
export function codeText(sort: JournalCode, code: string): Text {
  const known: Readonly<Record<string, Text>> = journalWords[sort] ?? {}
  return known[code] ?? known[code.split('.').at(-1) ?? ''] ?? { ru: code, en: code }
}
