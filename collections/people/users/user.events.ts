import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const userEvents = defineEvents({
  'users.profileChanged': { label: { ru: 'Профиль изменён', en: 'Profile changed' } },
  'users.registered': {
    label: { ru: 'Человек зарегистрировался', en: 'Person registered' },
    data: shape<{ name: string }>(),
  },
  'users.sessionsEnded': {
    label: { ru: 'Входы пользователя завершены', en: 'User signed out' },
    data: shape<{ ended: number }>(),
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof userEvents> {}
}
