import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'

/** The new manager, and the client's people, hear who answers for them now. */
export const companyNotifications = [
  defineNotification({
    event: 'company.assigned',
    key: 'manager',
    to: { person: ({ data }) => (typeof data.manager === 'string' ? { collection: 'staff', id: data.manager } : null) },
    channels: ['feed', 'mail'],
    title: { ru: 'Вам передан клиент {companyName}', en: 'The client {companyName} is yours now' },
    link: ({ entityId }) => `/admin/workplace/clients?client=${entityId}`,
    button: { ru: 'Открыть карточку', en: 'Open the client' },
  }),
  defineNotification({
    event: 'company.assigned',
    key: 'client',
    to: { company: true },
    channels: ['feed'],
    title: { ru: 'Ваш менеджер теперь {managerName}', en: 'Your manager is {managerName} now' },
    link: () => '/',
  }),
]
