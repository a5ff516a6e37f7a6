import type { EventType } from '@/src/mechanisms/events/defineEvents'
import type { Text } from '@/src/lib/i18n'
import { defineNotification, type NotificationDeclaration, type NotifiedEvent } from '@/src/mechanisms/notifications/defineNotification'

const cabinet = ({ data }: NotifiedEvent): string => `/orders/${encodeURIComponent(String(data.number))}`
const panel = ({ data }: NotifiedEvent): string => `/admin/workplace/orders?view=all&order=${encodeURIComponent(String(data.number))}`
const openOrder: Text = { ru: 'Открыть заказ', en: 'Open the order' }

/** The manager hears of a new order, and of one that the client took back. */
const toManager = [
  defineNotification({
    event: 'order.submitted',
    key: 'manager',
    to: { manager: true },
    channels: ['feed', 'mail'],
    title: { ru: 'Новый заказ {number} на {sumRu}', en: 'New order {number} for {sumEn}' },
    body: {
      ru: '{companyName}: {lines, plural, one {# позиция} few {# позиции} other {# позиций}}.',
      en: '{companyName}: {lines, plural, one {# line} other {# lines}}.',
    },
    link: panel,
    button: openOrder,
  }),
  defineNotification({
    event: 'order.cancelled',
    key: 'manager',
    to: { manager: true },
    when: ({ actor }) => actor.collection === 'users',
    channels: ['feed', 'mail'],
    title: { ru: 'Клиент отменил заказ {number}', en: 'The client cancelled the order {number}' },
    link: panel,
    button: openOrder,
  }),
]

/** The client's people who see orders hear of each new state; the author of the order gets its receipt too. */
const toClient = (event: EventType, title: Text, body?: Text, rest: Partial<NotificationDeclaration> = {}) =>
  defineNotification({
    event, key: 'client', to: { company: true, needs: 'orders.read' }, channels: ['feed', 'mail'], title, ...rest,
    ...(body ? { body } : {}), link: cabinet, button: openOrder,
  })

const forClient = [
  defineNotification({
    event: 'order.submitted',
    key: 'client',
    to: { company: true, needs: 'orders.read' },
    channels: ['feed', 'mail'],
    tellsAuthor: true,
    title: { ru: 'Заказ {number} отправлен', en: 'The order {number} is placed' },
    body: { ru: 'Сумма {sumRu}. Сообщим, когда его подтвердят.', en: 'Total {sumEn}. We will tell you when it is confirmed.' },
    link: cabinet,
    button: openOrder,
  }),
  toClient('order.confirmed', { ru: 'Заказ {number} подтверждён', en: 'The order {number} is confirmed' }),
  toClient('order.started', { ru: 'Заказ {number} собирается', en: 'The order {number} is being prepared' }),
  toClient('order.shipped', { ru: 'Заказ {number} отгружен', en: 'The order {number} is shipped' }),
  toClient(
    'order.partShipped',
    { ru: 'По заказу {number} отгружена часть', en: 'A part of the order {number} is shipped' },
    { ru: 'Что уже отгружено, видно в составе заказа.', en: 'What has gone is shown with the order’s lines.' },
    { channels: ['feed'], when: ({ data }) => data.part === true },
  ),
  toClient('order.unshipped', { ru: 'Отгрузка заказа {number} отменена', en: 'The shipment of the order {number} is undone' }),
  toClient('order.closed', { ru: 'Заказ {number} закрыт', en: 'The order {number} is closed' }),
  toClient('order.reopened', { ru: 'Заказ {number} снова в работе', en: 'The order {number} is in work again' }),
  // 1C writes much that a client does not care for; they hear of the sum and of what they get.
  toClient(
    'order.changed',
    { ru: 'Заказ {number} изменён', en: 'The order {number} has changed' },
    {
      ru: '{what, select, sum {Сумма была {wasRu}, теперь {sumRu}. Состав — на странице заказа.} other {Изменился состав, сумма прежняя: {sumRu}.}}',
      en: '{what, select, sum {The total was {wasEn} and is {sumEn} now. The lines are on the order’s page.} other {The lines have changed, the total is still {sumEn}.}}',
    },
    { when: ({ data }) => data.what === 'sum' || data.what === 'lines' },
  ),
  toClient(
    'order.imported',
    { ru: 'Оформлен заказ {number}', en: 'The order {number} has been placed' },
    { ru: 'Его завёл ваш менеджер. Сумма {sumRu}.', en: 'Your manager entered it. Total {sumEn}.' },
    { channels: ['feed'], when: ({ data }) => data.fresh === true },
  ),
  toClient(
    'order.cancelled',
    { ru: 'Заказ {number} отменён', en: 'The order {number} is cancelled' },
    { ru: 'Причину и переписку можно посмотреть на странице заказа.', en: 'The reason and the correspondence are on the order’s page.' },
  ),
]

export const orderNotifications = [...toManager, ...forClient]
