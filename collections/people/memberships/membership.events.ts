import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const membershipEvents = defineEvents({
  'memberships.accepted': { label: { ru: 'Приглашение принято', en: 'Invitation accepted' } },
  'memberships.closed': { label: { ru: 'Доступ к компании закрыт', en: 'Company access closed' } },
  'memberships.invited': { label: { ru: 'Человека пригласили', en: 'Person invited' } },
  'memberships.opened': { label: { ru: 'Доступ к компании открыт', en: 'Company access opened' } },
  'memberships.roleChanged': { label: { ru: 'Роль в кабинете изменена', en: 'Portal role changed' } },
  'memberships.withdrawn': { label: { ru: 'Приглашение отозвано', en: 'Invitation withdrawn' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof membershipEvents> {}
}
