import type { EventType, EventTypes } from '@/src/mechanisms/events/defineEvents'
import type { Text } from '@/src/lib/i18n'
import { companyManager } from '@/src/mechanisms/notifications/audiences/companyManager'
import { companyPeople } from '@/src/mechanisms/notifications/audiences/companyPeople'
import { defineNotification, type NotificationDeclaration } from '@/src/mechanisms/notifications/defineNotification'
import { pageOfEvent, panelPageOfEvent } from '@/src/mechanisms/records/defineRecord'

type OrderEvent = Extract<EventType, `order.${string}`>

const openOrder: Text = { ru: 'Открыть заказ', en: 'Open the order' }

/** The manager hears of a new order, and of one that the client took back. */
const toManager = [
  defineNotification({
    event: 'order.submitted',
    key: 'manager',
    to: companyManager(),
    channels: ['feed', 'mail'],
    title: { ru: 'Новый заказ {number} на {sum}', en: 'New order {number} for {sum}' },
    body: {
      ru: '{companyName}: {lines, plural, one {# позиция} few {# позиции} other {# позиций}}.',
      en: '{companyName}: {lines, plural, one {# line} other {# lines}}.',
    },
    link: panelPageOfEvent,
    button: openOrder,
  }),
  defineNotification({
    event: 'order.cancelled',
    key: 'manager',
    to: companyManager(),
    when: ({ actor }) => actor.collection === 'users',
    channels: ['feed', 'mail'],
    title: { ru: 'Клиент отменил заказ {number}', en: 'The client cancelled the order {number}' },
    link: panelPageOfEvent,
    button: openOrder,
  }),
]

/** The client's people who see orders hear of each new state; the author of the order gets its receipt too. */
const toClient = <Type extends OrderEvent>(
  event: Type,
  title: Text,
  body?: Text,
  rest: Partial<NotificationDeclaration<Type, EventTypes[Type]>> = {},
) =>
  defineNotification<Type>({
    event,
    key: 'client',
    to: companyPeople({ needs: 'orders.read' }),
    channels: ['feed', 'mail'],
    title,
    ...rest,
    ...(body ? { body } : {}),
    link: pageOfEvent,
    button: openOrder,
  })

const forClient = [
  defineNotification({
    event: 'order.submitted',
    key: 'client',
    to: companyPeople({ needs: 'orders.read' }),
    channels: ['feed', 'mail'],
    tellsAuthor: true,
    title: { ru: 'Заказ {number} отправлен', en: 'The order {number} is placed' },
    body: {
      ru: 'Сумма {sum}. Сообщим, когда его подтвердят.',
      en: 'Total {sum}. We will tell you when it is confirmed.',
    },
    link: pageOfEvent,
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
  toClient('order.unshipped', {
    ru: 'Отгрузка заказа {number} отменена',
    en: 'The shipment of the order {number} is undone',
  }),
  toClient('order.closed', { ru: 'Заказ {number} закрыт', en: 'The order {number} is closed' }),
  toClient('order.reopened', { ru: 'Заказ {number} снова в работе', en: 'The order {number} is in work again' }),
  // 1C writes much that a client does not care for; they hear of the sum and of what they get.
  toClient(
    'order.changed',
    { ru: 'Заказ {number} изменён', en: 'The order {number} has changed' },
    {
      ru: '{what, select, sum {Сумма была {was}, теперь {sum}. Состав — на странице заказа.} other {Изменился состав, сумма прежняя: {sum}.}}',
      en: '{what, select, sum {The total was {was} and is {sum} now. The lines are on the order’s page.} other {The lines have changed, the total is still {sum}.}}',
    },
    { when: ({ data }) => data.what === 'sum' || data.what === 'lines' },
  ),
  toClient(
    'order.imported',
    { ru: 'Оформлен заказ {number}', en: 'The order {number} has been placed' },
    { ru: 'Его завёл ваш менеджер. Сумма {sum}.', en: 'Your manager entered it. Total {sum}.' },
    { channels: ['feed'], when: ({ data }) => data.fresh === true },
  ),
  toClient(
    'order.cancelled',
    { ru: 'Заказ {number} отменён', en: 'The order {number} is cancelled' },
    {
      ru: 'Причину и переписку можно посмотреть на странице заказа.',
      en: 'The reason and the correspondence are on the order’s page.',
    },
  ),
]

export const orderNotifications = [...toManager, ...forClient]
