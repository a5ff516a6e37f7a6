import { defineNotification, type NotifiedEvent } from '@/src/mechanisms/notifications/defineNotification'

/** Where the correspondence is read: by number in the cabinet for orders, by id otherwise. */
function cabinet({ entity, entityId, data }: NotifiedEvent): string {
  return entity === 'orders' ? `/orders/${encodeURIComponent(String(data.number))}` : `/${entity}/${entityId}`
}

/** Where an employee reads and answers: orders in their workplace, the rest in the record itself. */
function panel({ entity, entityId, data }: NotifiedEvent): string {
  return entity === 'orders' ? `/admin/workplace/orders?view=all&order=${encodeURIComponent(String(data.number))}` : `/admin/collections/${entity}/${entityId}`
}

const openToClient = ({ data, actor }: NotifiedEvent): boolean => actor.collection !== 'users' && data.side !== 'client'
const about = {
  title: {
    ru: '{author}: {entity, select, orders {заказ} contracts {договор} documents {документ} other {переписка}} {number}',
    en: '{author}: {entity, select, orders {order} contracts {contract} documents {document} other {message}} {number}',
  },
  body: { ru: '{text}', en: '{text}' },
  button: { ru: 'Ответить', en: 'Reply' },
} as const

/** A message goes to the other side: to the client's people who may read of the thing, or to the manager. */
const needed = { orders: 'orders.read', contracts: 'contracts.read', documents: 'documents.read' } as const

export const commentNotifications = [
  ...Object.entries(needed).map(([entity, needs]) =>
    defineNotification({
      event: 'comment.added',
      key: `client-${entity}`,
      to: { company: true, needs },
      when: (event) => event.entity === entity && openToClient(event) && event.data.internal !== true,
      channels: ['feed', 'mail'],
      ...about,
      link: cabinet,
    }),
  ),
  defineNotification({
    event: 'comment.added',
    key: 'manager',
    to: { manager: true },
    channels: ['feed', 'mail'],
    ...about,
    link: panel,
  }),
]
