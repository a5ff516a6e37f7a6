import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const orderEvents = defineEvents({
  'order.branchSet': { label: { ru: 'Филиал заказа выбран', en: 'Order’s branch set' } },
  'order.cancelled': { label: { ru: 'Заказ отменён', en: 'The order is cancelled' }, history: true },
  'order.changed': { label: { ru: 'Состав или сумма заказа изменились', en: 'Lines or the sum of the order have changed' }, history: true },
  'order.closed': { label: { ru: 'Заказ закрыт', en: 'The order is closed' }, history: true },
  'order.confirmed': { label: { ru: 'Заказ подтверждён', en: 'The order is confirmed' }, history: true },
  'order.edited': { label: { ru: 'Заказ изменён', en: 'The order was edited' }, history: true },
  'order.imported': { label: { ru: 'Заказ получен из 1С', en: 'The order came from 1C' }, history: true },
  'order.paymentCounted': { label: { ru: 'Учтена оплата заказа', en: 'A payment for the order is counted' }, history: true },
  'order.partShipped': { label: { ru: 'Учтена отгрузка по заказу', en: 'A shipment of the order is counted' }, history: true },
  'order.reopened': { label: { ru: 'Заказ возвращён в работу', en: 'The order is open again' }, history: true },
  'order.shipped': { label: { ru: 'Заказ отгружен', en: 'The order is shipped' }, history: true },
  'order.started': { label: { ru: 'Заказ собирают', en: 'The order is being picked' }, history: true },
  'order.stateRefused': { label: { ru: 'Состояние заказа из 1С не применено', en: 'Order’s state from 1C not applied' } },
  'order.steppedBack': { label: { ru: 'Заказ возвращён к подтверждённым', en: 'The order is back to confirmed' }, history: true },
  'order.submitted': { label: { ru: 'Заказ оформлен', en: 'The order is placed' }, history: true },
  'order.unshipped': { label: { ru: 'Отгрузка заказа отменена', en: 'The shipment of the order is undone' }, history: true },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof orderEvents> {}
}
