import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about branches. */
export const branchLabels = defineLabels({
  one: { ru: 'Филиал', en: 'Branch' },
  many: { ru: 'Филиалы', en: 'Branches' },
  group: { ru: 'Клиенты', en: 'Clients' },
  about: {
    ru: 'Филиалы компании: по ним распределяют клиентов и заказы.',
    en: 'Branches of the company: clients and orders are distributed among them.',
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    address: { ru: 'Адрес', en: 'Address' },
    phone: { ru: 'Телефон', en: 'Phone' },
    email: { ru: 'Почта', en: 'E-mail' },
    workingHours: { ru: 'Часы работы', en: 'Working hours' },
    active: { ru: 'Работает', en: 'Active' },
  },
})
