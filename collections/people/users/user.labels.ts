import { defineLabels } from '@/src/lib/i18n'
import { roleLabels } from '@/src/mechanisms/access/roles.labels'

/** Every word a person reads about cabinet users. */
export const userLabels = defineLabels({
  one: { ru: 'Пользователь', en: 'User' },
  many: { ru: 'Пользователи кабинета', en: 'Portal users' },
  group: { ru: 'Люди', en: 'People' },
  about: {
    ru: 'Люди клиентов, которые входят в кабинет. Приглашают их из карточки клиента.',
    en: 'People of clients who enter the portal. They are invited from the client’s page.',
  },
  fields: {
    entrance: { ru: 'Вход', en: 'Sign-in' },
    email: { ru: 'Почта', en: 'E-mail' },
    verified: { ru: 'Почта подтверждена', en: 'E-mail confirmed' },
    name: { ru: 'Имя и фамилия', en: 'Name' },
    kind: { ru: 'Кто это', en: 'Kind' },
    phone: { ru: 'Телефон', en: 'Phone' },
    photo: { ru: 'Фотография', en: 'Photo' },
    company: { ru: 'Основная компания', en: 'Main company' },
    locale: { ru: 'Язык', en: 'Language' },
    timezone: { ru: 'Часовой пояс', en: 'Time zone' },
    active: { ru: 'Доступ открыт', en: 'Access is open' },
    closedBy: { ru: 'Кто закрыл доступ', en: 'Who closed the access' },
    lastLoginAt: { ru: 'Последний вход', en: 'Last sign-in' },
    mailNotifications: { ru: 'Присылать уведомления на почту', en: 'Send notifications by e-mail' },
  },
  options: {
    closedBy: {
      portal: {
        ru: 'Сотрудник или администратор клиента: 1С его не откроет',
        en: 'A person of the portal: 1C will not open it',
      },
      erp: { ru: '1С', en: '1C' },
    },
    kind: {
      client: roleLabels.client,
      partner: roleLabels.partner,
      employee: roleLabels.employee,
    },
    locale: { ru: { ru: 'Русский', en: 'Russian' }, en: { ru: 'Английский', en: 'English' } },
  },
})
