import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { orderEvents } from '@/collections/sales/orders/order.events'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import type { EventType } from '@/src/mechanisms/events/defineEvents'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { fedEvents } from '@/src/mechanisms/exchange/changeFeed'
import { companyManager } from '@/src/mechanisms/notifications/audiences/companyManager'
import { namedPerson } from '@/src/mechanisms/notifications/audiences/namedPerson'
import { defineNotification, type NotifiedEvent } from '@/src/mechanisms/notifications/defineNotification'

/** Never run: what stands here has to compile, or, under its mark, must not. */
export const compiled = {
  recorded: (req: PayloadRequest) => [
    recordEvent(req, { type: 'contract.added', entity: 'contracts', entityId: '1', data: { number: 'Д-1' } }),
    recordEvent(req, { type: 'staff.invited', entity: 'staff', entityId: '1' }),
    // @ts-expect-error -- nobody declares such an event
    recordEvent(req, { type: 'contract.burnt', entity: 'contracts', entityId: '1', data: { number: 'Д-1' } }),
    // @ts-expect-error -- its data is missing
    recordEvent(req, { type: 'contract.added', entity: 'contracts', entityId: '1' }),
    // @ts-expect-error -- a field of it is missing
    recordEvent(req, { type: 'contract.added', entity: 'contracts', entityId: '1', data: {} }),
    // @ts-expect-error -- a field is of another kind
    recordEvent(req, { type: 'contract.added', entity: 'contracts', entityId: '1', data: { number: 1 } }),
    // @ts-expect-error -- a field that it does not have
    recordEvent(req, { type: 'contract.added', entity: 'contracts', entityId: '1', data: { number: '', sum: 1 } }),
    // @ts-expect-error -- an event that holds nothing
    recordEvent(req, { type: 'staff.invited', entity: 'staff', entityId: '1', data: { name: 'Анна' } }),
    recordEvent(req, {
      type: '' as 'users.registered' | 'contract.added',
      entity: '',
      entityId: '',
      // @ts-expect-error -- of several types the data must be right for each
      data: { name: '' },
    }),
    recordEvent(req, {
      type: '' as EventType,
      entity: '',
      entityId: '',
      // @ts-expect-error -- of a type that is not known no data can be right
      data: { number: '' },
    }),
  ],
  told: () => {
    const about = { key: 'k', to: companyManager(), channels: ['feed'], title: { ru: '', en: '' } } as const
    defineNotification({ event: 'order.partShipped', ...about, when: ({ data }) => data.part })
    // @ts-expect-error -- the event holds no such field
    defineNotification({ event: 'order.partShipped', ...about, when: ({ data }) => data.whole })
    // @ts-expect-error -- a number is no path
    defineNotification({ event: 'order.partShipped', ...about, link: ({ data }) => data.lines })
    const author = namedPerson(({ data }: NotifiedEvent<{ author: string }>) => ({
      collection: 'users',
      id: data.author,
    }))
    // @ts-expect-error -- the event names nobody
    defineNotification({ event: 'order.partShipped', ...about, to: author })
    // @ts-expect-error -- there is no such channel
    defineNotification({ event: 'order.partShipped', ...about, channels: ['pigeon'] })
  },
}

describe('an event is declared once', () => {
  it('[EXCH-02] every way of an order is news for 1C, what it did itself by other ways is not', () => {
    const ways = Object.values(orderWorkflow.transitions).flatMap(({ event, undo }) => [event ?? [], undo ?? []].flat())
    const news = new Set<string>(['order.submitted', 'order.edited', ...ways])
    expect(
      fedEvents()
        .filter((type) => type in orderEvents)
        .sort(),
    ).toEqual([...news].sort())
  })
})
