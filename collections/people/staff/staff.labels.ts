import { defineLabels } from '@/src/lib/i18n'
import { roleLabels } from '@/src/mechanisms/access/roles.labels'

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
    position: { ru: 'Должность', en: 'Position' },
    phone: { ru: 'Телефон', en: 'Phone' },
    photo: { ru: 'Фотография', en: 'Photo' },
    workingHours: { ru: 'Когда на связи', en: 'Working hours' },
    active: { ru: 'Работает', en: 'Active' },
    locale: { ru: 'Язык', en: 'Language' },
    isDefaultManager: { ru: 'Менеджер для новых клиентов', en: 'Manager of new clients' },
  },
  help: {
    workingHours: {
      ru: 'Клиенты видят это рядом с именем: «пн–пт, 9–18» или «до 18:00». Если пусто, показываются часы филиала.',
      en: 'Clients see it beside the name: “Mon–Fri, 9–18” or “until 18:00”. Left empty, the hours of the branch are shown.',
    },
  },
  options: {
    role: {
      admin: roleLabels.admin,
      editor: roleLabels.editor,
      manager: roleLabels.manager,
      head: roleLabels.head,
      accountant: roleLabels.accountant,
    },
    locale: { ru: { ru: 'Русский', en: 'Russian' }, en: { ru: 'Английский', en: 'English' } },
  },
})
