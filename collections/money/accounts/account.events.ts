import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const accountEvents = defineEvents({
  'debt.overdue': { label: { ru: 'Появилась просрочка', en: 'Debt overdue' } },
  'limit.changed': { label: { ru: 'Кредитный лимит изменён', en: 'Credit limit changed' } },
  'payment.received': { label: { ru: 'Пришла оплата', en: 'Payment received' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof accountEvents> {}
}
