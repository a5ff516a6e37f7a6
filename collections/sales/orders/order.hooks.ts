import type { CollectionAfterChangeHook } from 'payload'
import { changedFields, idOf } from '@/hooks/announceChanges'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'

/** What 1C is given of an order and people may put right in the panel. */
const FIELDS = ['wantedDate', 'plannedDate', 'warehouse', 'deliveryMethod', 'deliveryAddress', 'paymentMethod']

/** An order that staff have put right is news to its client and to 1C. */
export const announceEdit: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const fields = operation === 'update' ? changedFields(FIELDS, previousDoc, doc) : []
  if (fields.length > 0) {
    await recordEvent(req, {
      type: 'order.edited',
      entity: 'orders',
      entityId: String(doc.id),
      company: idOf(doc.company),
      data: { number: String(doc.number), fields },
    })
  }
  return doc
}
