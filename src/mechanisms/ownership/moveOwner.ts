import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import type { Actor } from '../access/actor'
import { defineAuditAction } from '../audit/defineAuditAction'
import { writeAudit } from '../audit/writeAudit'
import { shutComments } from '../comments/shutComments'
import { execute, list, query } from '../database/query'
import { tableOf } from '../database/tableOf'
import { recordEvent } from '../events/recordEvent'
import { shutEvents } from '../events/shutEvents'
import { filesOf, forgottenBy, isOwned, referencesOf, referencesTo, type Reference } from './ownedFields'

type Moving = { req: PayloadRequest; actor: Actor; company: string }

/**
 * Gives a record to another company with everything under it, in the caller's transaction. Rows that follow go with it,
 * rows of others lose the link, private files change hands, and what the former company's people wrote, read and were told
 * is shut: they meet it nowhere any more, and nothing of it is told to the new ones. Both facts stand in the history and
 * the audit. Gives the former company, or null when it was that company's already.
 */
export async function moveOwner(moving: Moving, entity: string, id: string): Promise<string | null> {
  const { req, company } = moving
  if (!isOwned(req.payload.config, entity)) return null
  const table = sql.identifier(tableOf(entity))
  const [row] = await query<{ former: string; name: string | null }>(
    req,
    sql`select it.company_id::text as former, coalesce(to_jsonb(it)->>'number', to_jsonb(it)->>'name') as name from ${table} it
        where it.id = ${id} and it.company_id is distinct from ${company}::uuid for update`,
  )
  if (!row) return null
  await rewrite(moving, entity, id)
  await shutEvents(req, { entity, ids: [id], company })
  await shutComments(req, { entity, ids: [id], company })
  for (const { column, table: files } of filesOf(req.payload.config, entity)) {
    await execute(
      req,
      sql`update ${sql.identifier(files)} f set company_id = ${company}, updated_at = now() from ${table} it where it.id = ${id} and f.id = it.${sql.identifier(column)}`,
    )
  }
  for (const reference of referencesTo(req.payload.config, entity)) await settleRows(moving, reference, id)
  await tell(moving, { entity, id, name: row.name ?? '', former: row.former })
  return row.former
}

/** The record itself: its company, without the former one's own words and without links to what stays behind. */
async function rewrite({ req, company }: Moving, entity: string, id: string): Promise<void> {
  const table = sql.identifier(tableOf(entity))
  const emptied = forgottenBy(req.payload.config, entity).map((column) => sql`, ${sql.identifier(column)} = null`)
  await execute(
    req,
    sql`update ${table} set company_id = ${company}${sql.join(emptied)}, updated_at = now() where id = ${id}`,
  )
  for (const { column, to } of referencesOf(req.payload.config, entity)) {
    await execute(
      req,
      sql`update ${table} it set ${sql.identifier(column)} = null from ${sql.identifier(tableOf(to))} t
          where it.id = ${id} and t.id = it.${sql.identifier(column)} and t.company_id <> ${company}::uuid`,
    )
  }
}

async function settleRows(moving: Moving, { entity, table, column, whenMoved }: Reference, id: string): Promise<void> {
  const { req, company } = moving
  const [name, key] = [sql.identifier(table), sql.identifier(column)]
  if (whenMoved === 'unlink') {
    await execute(
      req,
      sql`update ${name} set ${key} = null, updated_at = now() where ${key} = ${id} and company_id <> ${company}::uuid`,
    )
    return
  }
  const rows = await query<{ id: string }>(
    req,
    sql`select id::text from ${name} where ${key} = ${id} and company_id <> ${company}::uuid`,
  )
  const ids = rows.map((row) => row.id)
  if (whenMoved === 'follow' && !isLeaf(moving, entity)) {
    for (const row of ids) await moveOwner(moving, entity, row)
    return
  }
  await shutEvents(req, { entity, ids, company })
  await shutComments(req, { entity, ids, company })
  const done =
    whenMoved === 'remove'
      ? sql`delete from ${name}`
      : sql`update ${name} set company_id = ${company}, updated_at = now()`
  await execute(req, sql`${done} where id = any(${list(ids, 'uuid')})`)
}

/** Rows that nothing hangs under and that keep nothing of their company's own: lines, accounts. */
const isLeaf = ({ req }: Moving, entity: string): boolean =>
  referencesTo(req.payload.config, entity).length === 0 &&
  filesOf(req.payload.config, entity).length === 0 &&
  forgottenBy(req.payload.config, entity).length === 0

const ownerMoved = defineAuditAction({
  name: 'owner.move',
  label: { ru: 'Запись передана другому клиенту', en: 'Gave a record to another client' },
})

async function tell(
  { req, actor, company }: Moving,
  moved: { entity: string; id: string; name: string; former: string },
): Promise<void> {
  const about = { entity: moved.entity, entityId: moved.id, actor, internal: true, data: { number: moved.name } }
  await recordEvent(req, { type: 'owner.left', company: moved.former, ...about })
  await recordEvent(req, { type: 'owner.came', company, ...about })
  await writeAudit(req, {
    action: ownerMoved,
    actor,
    entity: moved.entity,
    entityId: moved.id,
    changes: { fields: { company: { before: moved.former, after: company } } },
  })
}
