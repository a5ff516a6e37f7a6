import { defineTalk } from '@/src/mechanisms/comments/defineTalk'
import { defineRecord } from '@/src/mechanisms/records/defineRecord'

export const orderRecord = defineRecord({
  entity: 'orders',
  needs: 'orders.read',
  page: ({ number }) => `/orders/${encodeURIComponent(number)}`,
  panel: ({ number }) => `/admin/workplace/orders?view=all&order=${encodeURIComponent(number)}`,
})

export const orderTalk = defineTalk(orderRecord, { ru: 'заказ', en: 'order' })

declare module '@/src/mechanisms/records/defineRecord' {
  interface RecordKeys {
    orders: { number: string }
  }
}
