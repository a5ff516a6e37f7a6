import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { z } from 'zod'
import type { Actor } from '../access/actor'
import { changesBetween, auditedValue, auditedInput, type Changes } from '../audit/changes'
import type { AuditLine } from '../audit/writeAudit'
import { idIn } from '../database/ids'
import { query } from '../database/query'
import { tableOf } from '../database/tableOf'
import { lockedEntity, type ActionDeclaration } from './defineAction'

type Row = Record<string, unknown>
type Line = Pick<AuditLine, 'entity' | 'entityId' | 'changes'>

/**
 * Looks at the rows an action is about before it runs; what it gives back is asked afterwards and tells the lines of
 * the audit: one for each row that moved, with each field before and after, or one of what was asked.
 */
export async function watchRows<Schema extends z.ZodType, Output>(
  req: PayloadRequest,
  { name, lock, about }: ActionDeclaration<Schema, Output>,
  { actor, input, row: locked }: { actor: Actor; input: z.output<Schema>; row: Row },
): Promise<() => Promise<Line[]>> {
  const asked = auditedInput(input)
  if (lock) {
    const [entity, id] = [lockedEntity(lock, input), lock.id(input)]
    return async () => [
      {
        entity,
        entityId: id,
        changes: { input: asked, fields: moved(locked, (await rowsOf(req, entity, [id])).get(id)) },
      },
    ]
  }
  if (!about) return async () => [{ entity: name.split('.')[0], ...namedId(input), changes: { input: asked } }]
  const { entity } = about
  const ids = about.ids(input, actor)
  const before = await rowsOf(req, entity, ids)
  return async () => {
    const after = await rowsOf(req, entity, ids)
    const lines = [...before].flatMap(([id, row]): Line[] => {
      const fields = moved(row, after.get(id))
      return Object.keys(fields).length > 0 ? [{ entity, entityId: id, changes: { fields } }] : []
    })
    return lines.length > 0
      ? lines
      : [{ entity, ...(ids.length === 1 ? { entityId: ids[0] } : {}), changes: { input: asked } }]
  }
}

async function rowsOf(req: PayloadRequest, entity: string, ids: readonly string[]): Promise<Map<string, Row>> {
  const rows = await query<Row>(
    req,
    sql`select it.* from ${sql.raw(`"${tableOf(entity)}"`)} it where ${idIn(sql`it.id`, ids)}`,
  )
  return new Map(rows.map((row) => [String(row.id), row]))
}

/** How a row differs from what it was; of one that is gone, what it was called. */
function moved(before: Row, after: Row | undefined): NonNullable<Changes['fields']> {
  return after
    ? changesBetween(before, after)
    : { removed: { before: auditedValue(before.name ?? before.number ?? before.id), after: null } }
}

const namedId = (input: unknown): { entityId?: string } =>
  input && typeof input === 'object' && 'id' in input && typeof input.id === 'string' ? { entityId: input.id } : {}
