import { companyPeople } from '@/src/mechanisms/notifications/audiences/companyPeople'
import { namedPerson } from '@/src/mechanisms/notifications/audiences/namedPerson'
import { defineNotification, type NotifiedEvent } from '@/src/mechanisms/notifications/defineNotification'
import { panelPageOfEvent } from '@/src/mechanisms/records/defineRecord'

/** The new manager, and the client's people, hear who answers for them now. */
export const companyNotifications = [
  defineNotification({
    event: 'company.assigned',
    key: 'manager',
    to: namedPerson(({ data }: NotifiedEvent<{ manager: string }>) => ({ collection: 'staff', id: data.manager })),
    channels: ['feed', 'mail'],
    title: { ru: 'Вам передан клиент {companyName}', en: 'The client {companyName} is yours now' },
    link: panelPageOfEvent,
    button: { ru: 'Открыть карточку', en: 'Open the client' },
  }),
  defineNotification({
    event: 'company.assigned',
    key: 'client',
    to: companyPeople({}),
    channels: ['feed'],
    title: { ru: 'Ваш менеджер теперь {managerName}', en: 'Your manager is {managerName} now' },
    link: () => '/',
  }),
]
