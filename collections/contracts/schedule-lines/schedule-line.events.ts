import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const scheduleEvents = defineEvents({
  'schedule.due': { label: { ru: 'Подходит срок платежа', en: 'Payment due' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof scheduleEvents> {}
}
