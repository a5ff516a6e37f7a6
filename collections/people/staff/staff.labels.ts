import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about staff. */
export const staffLabels = defineLabels({
  one: { ru: 'Сотрудник', en: 'Staff member' },
  many: { ru: 'Сотрудники', en: 'Staff' },
  group: { ru: 'Люди', en: 'People' },
  about: {
    ru: 'Те, кто входит в панель. Уволенному снимите отметку «Работает».',
    en: 'Those who enter the panel. Unmark “Active” for who has left.',
  },
  fields: {
    entrance: { ru: 'Вход', en: 'Sign-in' },
    email: { ru: 'Почта', en: 'E-mail' },
    name: { ru: 'Имя и фамилия', en: 'Name' },
    role: { ru: 'Роль', en: 'Role' },
    head: { ru: 'Руководитель', en: 'Head' },
    branches: { ru: 'Филиалы', en: 'Branches' },
    phone: { ru: 'Телефон', en: 'Phone' },
    photo: { ru: 'Фотография', en: 'Photo' },
    workingHours: { ru: 'Когда на связи', en: 'Working hours' },
    active: { ru: 'Работает', en: 'Active' },
    locale: { ru: 'Язык', en: 'Language' },
    isDefaultManager: { ru: 'Менеджер для новых клиентов', en: 'Manager of new clients' },
  },
  options: {
    role: {
      admin: { ru: 'Администратор', en: 'Administrator' },
      editor: { ru: 'Редактор', en: 'Editor' },
      manager: { ru: 'Менеджер', en: 'Manager' },
      head: { ru: 'Руководитель', en: 'Head' },
      accountant: { ru: 'Бухгалтер', en: 'Accountant' },
    },
    locale: { ru: { ru: 'Русский', en: 'Russian' }, en: { ru: 'Английский', en: 'English' } },
  },
})
