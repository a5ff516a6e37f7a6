import { insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import { later, type Clock } from './clock'
import type { Order } from './orders'
import type { DemoUsers } from './people'
import type { DemoStaff } from './staff'

type Said = {
  tag: NonNullable<Order['tag']>
  by: 'client' | 'buyer' | 'manager'
  after: number
  body: string
  internal?: boolean
}

/** What was written about the orders that go on; `after` is minutes from the order's placing. */
const talk: readonly Said[] = [
  {
    tag: 'waiting',
    by: 'client',
    after: 3,
    body: 'Нужно на объект до конца недели. Если чего-то нет, напишите, что можно поставить вместо.',
  },
  {
    tag: 'waiting',
    by: 'manager',
    after: 41,
    body: 'М12×55 закончились на заводе, новая партия через три недели.',
    internal: true,
  },
  {
    tag: 'waiting',
    by: 'manager',
    after: 64,
    body: 'Болта М12×55 сейчас нет. Предлагаю М12×60 DIN 933 по цене М12×55, он есть в Химках. Согласуете замену?',
  },
  {
    tag: 'assembling',
    by: 'manager',
    after: 79,
    body: 'Шпилька М20 приходит через четыре дня. Отгрузить остальное сразу или всё вместе?',
  },
  { tag: 'assembling', by: 'client', after: 96, body: 'Лучше всё вместе, одной машиной. Доверенность пришлю.' },
  { tag: 'assembling', by: 'manager', after: 104, body: 'Хорошо, собираем всё к отгрузке. Счёт лежит в документах.' },
  { tag: 'problem', by: 'buyer', after: 6, body: 'Скобы нужны с паспортами, без них на объект не пустят.' },
  {
    tag: 'unpaid',
    by: 'manager',
    after: 7_420,
    body: 'Отгрузили сегодня с Химок, УПД подписана на складе. Счёт оплатите, пожалуйста, в срок.',
  },
  { tag: 'unpaid', by: 'client', after: 7_560, body: 'Получили, всё сошлось. Бухгалтерия оплатит на этой неделе.' },
]

export type DemoTalk = { order: Order; body: string; at: Date; by: Said['by']; internal: boolean; event: string }

/** Letters between the client and the manager, with their events. */
export async function seedComments(
  db: Runner,
  made: { orders: readonly Order[]; users: DemoUsers; staff: DemoStaff; clock: Clock },
): Promise<DemoTalk[]> {
  const said = talk.flatMap(({ tag, by, after, body, internal }) => {
    const order = made.orders.find((one) => one.tag === tag)
    return order
      ? [{ order, by, body, internal: internal ?? false, at: later(made.clock, order.placedAt, { minutes: after }) }]
      : []
  })
  const author = (by: Said['by']) => (by === 'manager' ? made.staff.manager : made.users[by])
  const ids = await insertRows(
    db,
    'comments',
    said.map(({ order, by, body, internal, at }) => ({
      entity: 'orders',
      entityId: order.id,
      companyId: order.who.id,
      body,
      internal,
      userId: by === 'manager' ? null : author(by).id,
      staffId: by === 'manager' ? author(by).id : null,
      authorName: author(by).name,
      createdAt: at,
      updatedAt: at,
    })),
  )
  const events = await insertRows(
    db,
    'events',
    said.map(({ order, by, body, internal, at }, n) => ({
      type: 'comment.added',
      entity: 'orders',
      entityId: order.id,
      companyId: order.who.id,
      internal,
      data: {
        comment: ids[n],
        entity: 'orders',
        number: order.number,
        files: 0,
        internal,
        side: by === 'manager' ? 'company' : 'client',
        author: author(by).name,
        text: body,
      },
      actorRole: by === 'manager' ? 'manager' : 'client',
      actorCollection: by === 'manager' ? 'staff' : 'users',
      actorId: author(by).id,
      actorName: author(by).name,
      createdAt: at,
      updatedAt: at,
    })),
  )
  return said.map((one, n) => ({ ...one, event: events[n] ?? '' }))
}
