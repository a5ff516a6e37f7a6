import { sql } from '@payloadcms/db-postgres/drizzle'
import { formatMoney } from '@/src/lib/money'
import { insertRows } from '@/src/mechanisms/database/insertRows'
import { type Runner } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import type { Document } from './documents'
import type { DemoTalk } from './messages'
import type { Order } from './orders'
import type { Source } from './passport'
import type { DemoUsers } from './people'
import type { DemoStaff } from './staff'

type Note = {
  event: string
  key: string
  user?: string
  staff?: string
  company: string
  title: string
  body: string | null
  link: string
  at: Date
  unread: boolean
}

/** A dozen of what the client and the manager have been told; the newest are not read yet. */
export async function seedNotifications(
  db: Runner,
  made: {
    orders: readonly Order[]
    documents: readonly Document[]
    talks: readonly DemoTalk[]
    users: DemoUsers
    staff: DemoStaff
    source: Source & { nodeId: string }
  },
): Promise<void> {
  const notes = [...(await aboutDocuments(db, made)), ...aboutTalk(made), ...(await aboutOrders(db, made))]
  await insertRows(
    db,
    'notifications',
    notes.map(({ event, key, user, staff, company, title, body, link, at, unread }) => ({
      eventId: event,
      key,
      userId: user ?? null,
      staffId: staff ?? null,
      companyId: company,
      title,
      body,
      link,
      inFeed: true,
      readAt: unread ? null : new Date(at.getTime() + 20 * 60_000),
      createdAt: at,
      updatedAt: at,
    })),
  )
}

type Made = Parameters<typeof seedNotifications>[1]

const rub = (amount: number): string => formatMoney(amount, 'RUB', 'ru').text

/** Invoices of «Стройград» that are not paid. */
async function aboutDocuments(db: Runner, { documents, users, source }: Made): Promise<Note[]> {
  const unpaid = documents.filter(
    ({ kind, order }) => kind === 'invoice' && order.who.key === 'stroygrad' && !order.paidAt,
  )
  const at = ({ order }: Document): Date => order.startedAt ?? order.placedAt
  const events = await insertRows(
    db,
    'events',
    unpaid.map((document) => ({
      type: 'document.published',
      entity: 'documents',
      entityId: document.id,
      companyId: document.order.who.id,
      internal: false,
      data: {
        kind: 'invoice',
        number: document.number,
        document: { ru: 'Счёт на оплату', en: 'Invoice' },
        sum: { amount: document.order.total, currency: 'RUB' },
        date: { date: at(document).toISOString().slice(0, 10) },
      },
      actorRole: 'erp',
      actorCollection: 'exchange-nodes',
      actorId: source.nodeId,
      actorName: source.node,
      createdAt: at(document),
      updatedAt: at(document),
    })),
  )
  return unpaid.map((document, n) => ({
    event: events[n] ?? '',
    key: 'client',
    user: users.client.id,
    company: document.order.who.id,
    title: `Выставлен счёт № ${document.number}`,
    body: `${rub(document.order.total)} за заказ ${document.order.number}`,
    link: pageOf('documents', document),
    at: at(document),
    unread: document.order.tag === 'assembling',
  }))
}

function aboutTalk({ talks, users, staff }: Made): Note[] {
  return talks
    .filter(({ internal }) => !internal)
    .map(({ order, body, at, by, event }) => ({
      event,
      key: by === 'manager' ? 'client-orders' : 'manager-orders',
      ...(by === 'manager' ? { user: users.client.id } : { staff: staff.manager.id }),
      company: order.who.id,
      title:
        by === 'manager'
          ? `${staff.manager.name} пишет о заказе ${order.number}`
          : `${users[by].name} пишет о заказе ${order.number}`,
      body,
      link:
        by === 'manager'
          ? pageOf('orders', order)
          : `/admin/workplace/orders?view=all&order=${encodeURIComponent(order.number)}`,
      at,
      unread: order.tag === 'waiting' || order.tag === 'problem',
    }))
}

const words: Record<string, string> = {
  'order.started': 'собирается',
  'order.shipped': 'отгружен',
  'order.closed': 'закрыт',
}

/** What the last four orders of «Стройград» have come to. */
async function aboutOrders(db: Runner, { orders, users }: Made): Promise<Note[]> {
  const last = orders.filter(({ who, startedAt }) => who.key === 'stroygrad' && startedAt).slice(-4)
  const notes: Note[] = []
  for (const order of last) {
    const [event] = await selectFrom(
      db,
      'events',
      { id: 'id', type: 'type', at: 'created_at' },
      sql`where entity = 'orders' and entity_id = ${order.id} and type like 'order.%'
          order by created_at desc limit 1`,
    )
    if (!event || !words[event.type]) continue
    notes.push({
      event: event.id,
      key: 'client',
      user: users.client.id,
      company: order.who.id,
      title: `Заказ ${order.number} ${words[event.type]}`,
      body: rub(order.total),
      link: pageOf('orders', order),
      at: new Date(event.at),
      unread: order.tag === 'assembling',
    })
  }
  return notes
}
