import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import type { EventsHolding } from '@/src/mechanisms/events/defineEvents'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'

/** What an event of a record that people have written holds: its name and, of a change, the fields. */
export type RecordNews = { name: string; fields?: readonly string[] }
type NewsEvent = EventsHolding<RecordNews>

type Announced = {
  entity: 'companies' | 'contacts' | 'contractors'
  /** Names of the events: `company.registered`, `company.changed`, `company.removed`. */
  made: NewsEvent
  changed: NewsEvent
  removed: NewsEvent
  /** What 1C is given of a record; a change of anything else is no news to it. */
  fields: readonly string[]
  /** The company that a record belongs to; a company's own id, to which nothing can belong once it is removed. */
  companyOf: (row: Row) => string | null
}
type Row = Record<string, unknown>

export const idOf = (value: unknown): string | null => {
  const id: unknown = value && typeof value === 'object' && 'id' in value ? value.id : value
  return typeof id === 'string' ? id : null
}

/** A value as it is compared: a related record by its id, nothing and empty alike. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  return idOf(value) ?? (value === undefined || value === '' ? null : value)
}

/** Which of the fields differ between two states of a record. */
export const changedFields = (fields: readonly string[], before: Row | undefined, after: Row): string[] =>
  fields.filter((field) => JSON.stringify(plain(before?.[field])) !== JSON.stringify(plain(after[field])))

/**
 * Hooks that tell 1C of what people of the portal write into its records: an event of the change feed in the
 * transaction of the change. What the exchange writes goes below Payload and is no news to it. A record that is
 * not to be told of yet is made with `context: { unannounced: true }`.
 */
export function announceHooks(it: Announced): {
  afterChange: CollectionAfterChangeHook[]
  afterDelete: CollectionAfterDeleteHook[]
} {
  const tell = (
    req: Parameters<CollectionAfterChangeHook>[0]['req'],
    type: NewsEvent,
    row: Row,
    fields?: readonly string[],
  ): Promise<string> =>
    recordEvent(req, {
      type,
      entity: it.entity,
      entityId: String(row.id),
      company: type === it.removed && it.companyOf(row) === row.id ? null : it.companyOf(row),
      internal: true,
      data: { name: String(row.name), ...(fields ? { fields } : {}) },
    })
  return {
    afterChange: [
      async ({ doc, previousDoc, operation, req }) => {
        if (req.context.unannounced) return
        if (operation === 'create') {
          await tell(req, it.made, doc)
          return
        }
        const fields = changedFields(it.fields, previousDoc, doc)
        if (fields.length > 0) await tell(req, it.changed, doc, fields)
      },
    ],
    afterDelete: [
      async ({ doc, req }) => {
        await tell(req, it.removed, doc)
      },
    ],
  }
}
