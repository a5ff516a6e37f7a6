import { z } from 'zod'
import { elementOf, shapeOf } from './shape'
import { keptId, MAIN_SOURCE, toldId } from '../source'

const ids = new WeakSet<z.ZodType>()

/** Marks a schema whose text is an identifier of the node's source: kept and told as such (`keptId`, `toldId`). */
export function sourceId<Schema extends z.ZodType>(schema: Schema): Schema {
  ids.add(schema)
  return schema
}

/** An item with its identifiers as the portal keeps those of this source. What the schema does not know stays as it came. */
export const keptItem = (schema: z.ZodType, source: string, item: unknown): unknown =>
  // As they are told and as they are kept is the same then, and most portals have one source.
  source === MAIN_SOURCE ? item : mapped(schema, item, (id) => (id.trim() === '' ? id : keptId(source, id.trim())))

/** What the portal holds, with its identifiers as a node of this source knows them. */
export const toldItem = (schema: z.ZodType, source: string, item: unknown): unknown =>
  mapped(schema, item, (id) => toldId(source, id))

function mapped(schema: z.ZodType, value: unknown, change: (id: string) => string): unknown {
  const { inner } = shapeOf(schema)
  if (typeof value === 'string') return ids.has(inner) || ids.has(schema) ? change(value) : value
  const element = elementOf(inner)
  if (Array.isArray(value)) return element ? value.map((one) => mapped(element, one, change)) : value
  if (!(inner instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      Object.hasOwn(inner.shape, name) ? mapped(inner.shape[name] as z.ZodType, one, change) : one,
    ]),
  )
}
