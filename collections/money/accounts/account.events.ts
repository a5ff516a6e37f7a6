import type { MoneyAmount } from '@/src/lib/money'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const accountEvents = defineEvents({
  'debt.overdue': {
    label: { ru: 'Появилась просрочка', en: 'Debt overdue' },
    data: shape<{ number: string; sum: MoneyAmount }>(),
  },
  'limit.changed': {
    label: { ru: 'Кредитный лимит изменён', en: 'Credit limit changed' },
    data: shape<{ number?: string; from: number; to: number; limit: MoneyAmount }>(),
  },
  'payment.received': {
    label: { ru: 'Пришла оплата', en: 'Payment received' },
    data: shape<{ number: string; sum: MoneyAmount }>(),
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof accountEvents> {}
}
