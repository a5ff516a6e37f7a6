import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const staffEvents = defineEvents({
  'staff.invited': { label: { ru: 'Сотрудника пригласили', en: 'Employee invited' } },
  'staff.sessionsEnded': {
    label: { ru: 'Входы сотрудника завершены', en: 'Employee signed out' },
    data: shape<{ ended: number }>(),
  },
  'staff.withdrawn': { label: { ru: 'Приглашение сотрудника отозвано', en: 'Employee’s invitation withdrawn' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof staffEvents> {}
}
