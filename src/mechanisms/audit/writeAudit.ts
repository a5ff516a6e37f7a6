import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { currentRequestId } from '@/src/lib/logger'
import type { Actor } from '../access/actor'
import { query } from '../database/query'
import { storedChanges, type Changes } from './changes'
import type { AuditAction } from './defineAuditAction'

export type AuditLine = {
  action: AuditAction
  actor: Actor
  entity?: string
  entityId?: string
  note?: string
  changes?: Changes
}

/** One line of who did what, as whom, from where. Append-only; written in the caller's transaction. */
export async function writeAudit(req: PayloadRequest, line: AuditLine): Promise<void> {
  await query(
    req,
    sql`insert into audit (action, actor_role, actor_collection, actor_id, actor_name, entity, entity_id, address, request_id, changes, note, created_at, updated_at)
        values (${line.action.name}, ${line.actor.role}, ${line.actor.collection}, ${line.actor.id}, ${line.actor.name},
                ${line.entity ?? null}, ${line.entityId ?? null}, ${callerAddress(req)}, ${currentRequestId() ?? null}, ${storedChanges(line.changes)}::jsonb, ${line.note ?? usedKey(req)}, now(), now())`,
  )
}

/** By which access key of the person it was done; null for what they did themselves. */
const usedKey = ({ context }: PayloadRequest): string | null =>
  typeof context?.accessKey === 'string' ? context.accessKey : null

/** The caller's address as the portal's own proxy wrote it; null for jobs. */
export function callerAddress(req: Pick<PayloadRequest, 'headers'>): string | null {
  return req.headers?.get('x-client-address') ?? null
}
