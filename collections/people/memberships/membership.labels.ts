import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about memberships. */
export const membershipLabels = defineLabels({
  one: { ru: 'Доступ к компании', en: 'Membership' },
  many: { ru: 'Доступы к компаниям', en: 'Memberships' },
  group: { ru: 'Люди', en: 'People' },
  about: {
    ru: 'Кто в какой компании работает и что ему там можно. Приглашают людей из карточки клиента.',
    en: 'Who works in which company with what rights. People are invited from the client’s page.',
  },
  fields: {
    user: { ru: 'Пользователь', en: 'User' },
    company: { ru: 'Компания', en: 'Company' },
    portalRole: { ru: 'Роль в кабинете', en: 'Portal role' },
    position: { ru: 'Должность', en: 'Position' },
    active: { ru: 'Доступ открыт', en: 'Access is open' },
    state: { ru: 'Что с доступом', en: 'State of the access' },
    closedBy: { ru: 'Кто закрыл доступ', en: 'Who closed the access' },
  },
  options: {
    state: {
      invited: { ru: 'Приглашён', en: 'Invited' },
      withdrawn: { ru: 'Приглашение отозвано', en: 'Invitation withdrawn' },
      active: { ru: 'Открыт', en: 'Open' },
      closed: { ru: 'Закрыт', en: 'Closed' },
    },
    closedBy: {
      portal: {
        ru: 'Сотрудник или администратор клиента: 1С его не откроет',
        en: 'A person of the portal: 1C will not open it',
      },
      erp: { ru: '1С', en: '1C' },
    },
  },
})
