import type { MoneyAmount } from '@/src/lib/money'
import type { Dated } from '@/src/mechanisms/events/eventParams'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const scheduleEvents = defineEvents({
  'schedule.due': {
    label: { ru: 'Подходит срок платежа', en: 'Payment due' },
    data: shape<{ number: string; days: number; due: Dated; sum: MoneyAmount }>(),
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof scheduleEvents> {}
}
