import type { MoneyAmount } from '@/src/lib/money'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'
import type { TransitionData } from '@/src/mechanisms/workflow/transitionData'
import { noteUnsent } from './noteUnsent'

const feed = { noted: noteUnsent }

export const orderEvents = defineEvents({
  'order.branchSet': {
    label: { ru: 'Филиал заказа выбран', en: 'Order’s branch set' },
    data: shape<{ number: string; branch: string | null }>(),
  },
  'order.cancelled': {
    label: { ru: 'Заказ отменён', en: 'The order is cancelled' },
    history: true,
    data: shape<TransitionData>(),
    feed,
  },
  'order.changed': {
    label: { ru: 'Состав или сумма заказа изменились', en: 'Lines or the sum of the order have changed' },
    history: true,
    data: shape<{
      number: string
      what: 'sum' | 'lines' | 'other'
      from: number
      to: number
      was: MoneyAmount
      sum: MoneyAmount
    }>(),
  },
  'order.closed': {
    label: { ru: 'Заказ закрыт', en: 'The order is closed' },
    history: true,
    data: shape<TransitionData>(),
    feed,
  },
  'order.confirmed': {
    label: { ru: 'Заказ подтверждён', en: 'The order is confirmed' },
    history: true,
    data: shape<TransitionData>(),
    feed,
  },
  'order.edited': {
    label: { ru: 'Заказ изменён', en: 'The order was edited' },
    history: true,
    data: shape<{ number: string; fields: readonly string[] }>(),
    feed,
  },
  'order.imported': {
    label: { ru: 'Заказ получен из 1С', en: 'The order came from 1C' },
    history: true,
    data: shape<{ number: string; fresh: boolean; sum: MoneyAmount }>(),
  },
  'order.paymentCounted': {
    label: { ru: 'Учтена оплата заказа', en: 'A payment for the order is counted' },
    history: true,
    data: shape<{ number: string; from: number; to: number; sum: MoneyAmount }>(),
  },
  'order.partShipped': {
    label: { ru: 'Учтена отгрузка по заказу', en: 'A shipment of the order is counted' },
    history: true,
    data: shape<{ number: string; lines: number; all: number; part: boolean }>(),
  },
  'order.reopened': {
    label: { ru: 'Заказ возвращён в работу', en: 'The order is open again' },
    history: true,
    data: shape<TransitionData>(),
    feed,
  },
  'order.shipped': {
    label: { ru: 'Заказ отгружен', en: 'The order is shipped' },
    history: true,
    data: shape<TransitionData>(),
    feed,
  },
  'order.started': {
    label: { ru: 'Заказ собирают', en: 'The order is being picked' },
    history: true,
    data: shape<TransitionData>(),
    feed,
  },
  'order.stateRefused': {
    label: { ru: 'Состояние заказа из 1С не применено', en: 'Order’s state from 1C not applied' },
    data: shape<{ number: string; from: string; to: string; code: string }>(),
  },
  'order.steppedBack': {
    label: { ru: 'Заказ возвращён к подтверждённым', en: 'The order is back to confirmed' },
    history: true,
    data: shape<TransitionData>(),
    feed,
  },
  'order.submitted': {
    label: { ru: 'Заказ оформлен', en: 'The order is placed' },
    history: true,
    data: shape<{
      number: string
      sum: MoneyAmount
      lines: number
      companyName: string
      splitFrom?: string
    }>(),
    feed,
  },
  'order.unshipped': {
    label: { ru: 'Отгрузка заказа отменена', en: 'The shipment of the order is undone' },
    history: true,
    data: shape<TransitionData>(),
    feed,
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof orderEvents> {}
}
