import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about companies. */
export const companyLabels = defineLabels({
  one: { ru: 'Клиент', en: 'Client' },
  many: { ru: 'Клиенты', en: 'Clients' },
  group: { ru: 'Клиенты', en: 'Clients' },
  about: {
    ru: 'Клиенты портала. Для каждого дня удобнее раздел «Клиенты» вверху меню: там долги, заказы и люди клиента.',
    en: 'Clients of the portal. For daily work use “Clients” at the top of the menu: debts, orders and people of the client are there.',
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    legalName: { ru: 'Полное наименование', en: 'Legal name' },
    inn: { ru: 'ИНН', en: 'INN (taxpayer number)' },
    kpp: { ru: 'КПП', en: 'KPP' },
    status: { ru: 'Состояние', en: 'State' },
    manager: { ru: 'Менеджер', en: 'Manager' },
    branches: { ru: 'Филиалы', en: 'Branches' },
    partner: { ru: 'Партнёр', en: 'Partner' },
    priceType: { ru: 'Тип цен', en: 'Price type' },
    site: { ru: 'Сайт', en: 'Site' },
    accessKeys: { ru: 'Ключи доступа разрешены', en: 'Access keys are allowed' },
    phone: { ru: 'Телефон', en: 'Phone' },
    email: { ru: 'Почта', en: 'E-mail' },
    address: { ru: 'Адрес', en: 'Address' },
    currency: { ru: 'Валюта', en: 'Currency' },
    creditLimit: { ru: 'Кредитный лимит', en: 'Credit limit' },
    debt: { ru: 'Задолженность', en: 'Debt' },
    overdue: { ru: 'Просрочено', en: 'Overdue' },
    balance: { ru: 'Остаток лицевого счёта', en: 'Account balance' },
    papers: { ru: 'Документы и договоры', en: 'Documents and contracts' },
    financeAt: { ru: 'Расчёты на момент', en: 'Settlements as of' },
  },
  hints: {
    accessKeys: {
      ru: 'Люди клиента смогут создавать в профиле ключи для своих программ: сайта, приложения, учётной системы. Выключите — и все ключи перестанут действовать.',
      en: 'The client’s people may make keys for programs of their own in their profile: a site, an app, an ERP. Once switched off, none of the keys works.',
    },
    site: {
      ru: 'Сюда ведут ссылки в письмах клиенту. Не выбран — на основной адрес портала.',
      en: 'Links in letters to the client lead here; when none is chosen, to the portal’s own address.',
    },
  },
  options: {
    status: {
      new: { ru: 'Новый', en: 'New' },
      active: { ru: 'Работает', en: 'Active' },
      suspended: { ru: 'Приостановлен', en: 'Suspended' },
      archived: { ru: 'В архиве', en: 'Archived' },
    },
  },
})
