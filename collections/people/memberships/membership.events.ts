import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const membershipEvents = defineEvents({
  'memberships.accepted': {
    label: { ru: 'Приглашение принято', en: 'Invitation accepted' },
    data: shape<{ name: string }>(),
  },
  'memberships.closed': {
    label: { ru: 'Доступ к компании закрыт', en: 'Company access closed' },
    data: shape<{ user: string }>(),
  },
  'memberships.invited': {
    label: { ru: 'Человека пригласили', en: 'Person invited' },
    data: shape<{ name: string }>(),
  },
  'memberships.opened': {
    label: { ru: 'Доступ к компании открыт', en: 'Company access opened' },
    data: shape<{ user: string }>(),
  },
  'memberships.roleChanged': {
    label: { ru: 'Роль в кабинете изменена', en: 'Portal role changed' },
    data: shape<{ user: string }>(),
  },
  'memberships.withdrawn': {
    label: { ru: 'Приглашение отозвано', en: 'Invitation withdrawn' },
    data: shape<{ name: string }>(),
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof membershipEvents> {}
}
