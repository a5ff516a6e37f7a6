import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about contacts. */
export const contactLabels = defineLabels({
  one: { ru: 'Контактное лицо', en: 'Contact' },
  many: { ru: 'Контактные лица', en: 'Contacts' },
  group: { ru: 'Клиенты', en: 'Clients' },
  about: {
    ru: 'Люди клиентов. С отметкой «Доступ в личный кабинет» человек получает приглашение.',
    en: 'People of clients. Marked “Portal access”, a person gets an invitation.',
  },
  fields: {
    company: { ru: 'Клиент', en: 'Client' },
    name: { ru: 'ФИО', en: 'Name' },
    position: { ru: 'Должность', en: 'Position' },
    email: { ru: 'Почта', en: 'E-mail' },
    phone: { ru: 'Телефон', en: 'Phone' },
    portalRole: { ru: 'Роль в кабинете', en: 'Portal role' },
    portalAccess: { ru: 'Доступ в личный кабинет', en: 'Access to the portal' },
    removed: { ru: 'Удалён в 1С', en: 'Removed in 1C' },
    user: { ru: 'Пользователь', en: 'User' },
  },
})
