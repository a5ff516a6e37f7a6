import { insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import type { Order } from './orders'
import type { Source } from './passport'
import type { DemoStaff, Person } from './staff'

type Step = {
  type: string
  from: string | null
  to: string
  at: Date | undefined
  by: 'client' | 'manager' | 'erp'
  comment?: string
}

/** Past events of orders along their workflow. Written as rows: nobody is told again of what is over. */
export async function seedHistory(
  db: Runner,
  orders: readonly Order[],
  people: { staff: DemoStaff; source: Source & { nodeId: string } },
): Promise<void> {
  const rows = orders.flatMap((order) => {
    const manager = people.staff[order.who.manager]
    return stepsOf(order).flatMap(({ type, from, to, at, by, comment }) =>
      at
        ? [
            {
              type,
              entity: 'orders',
              entityId: order.id,
              companyId: order.who.id,
              internal: false,
              ...actor(by, order.author, manager, people.source),
              data: { ...(from ? { from } : {}), to, number: order.number, ...(comment ? { comment } : {}) },
              createdAt: at,
              updatedAt: at,
            },
          ]
        : [],
    )
  })
  await insertRows(db, 'events', rows)
}

/** The way an order went; the manager confirms, the rest comes from 1C. */
function stepsOf(order: Order): Step[] {
  const first: Step = {
    type: 'order.submitted',
    from: null,
    to: 'submitted',
    at: order.placedAt,
    by: order.author ? 'client' : 'manager',
  }
  if (order.cancelledAt) {
    return [
      first,
      {
        type: 'order.cancelled',
        from: 'submitted',
        to: 'cancelled',
        at: order.cancelledAt,
        by: 'manager',
        comment: 'Отменён по просьбе клиента: объект перенесён.',
      },
    ]
  }
  return [
    first,
    { type: 'order.confirmed', from: 'submitted', to: 'confirmed', at: order.confirmedAt, by: 'manager' },
    { type: 'order.started', from: 'confirmed', to: 'working', at: order.startedAt, by: 'erp' },
    { type: 'order.shipped', from: 'working', to: 'shipped', at: order.shippedAt, by: 'erp' },
    { type: 'order.closed', from: 'shipped', to: 'closed', at: order.closedAt, by: 'erp' },
  ]
}

function actor(
  by: Step['by'],
  author: Person | null,
  manager: Person,
  source: Source & { nodeId: string },
): Record<string, string | null> {
  if (by === 'erp')
    return { actorRole: 'erp', actorCollection: 'exchange-nodes', actorId: source.nodeId, actorName: source.node }
  if (by === 'client' && author)
    return { actorRole: 'client', actorCollection: 'users', actorId: author.id, actorName: author.name }
  return { actorRole: 'manager', actorCollection: 'staff', actorId: manager.id, actorName: manager.name }
}
