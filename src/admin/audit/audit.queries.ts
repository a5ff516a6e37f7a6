import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Changes } from '@/src/mechanisms/audit/changes'
import type { SanitizedConfig } from 'payload'
import { idIs, isUuid } from '@/src/mechanisms/database/ids'
import { list, query, type Runner } from '@/src/mechanisms/database/query'
import { codesNamed } from '../words/codeWords'
import { idsByTitle } from './titles.queries'

export type AuditEntry = {
  id: string
  at: string
  action: string
  role: string | null
  name: string | null
  entity: string | null
  entityId: string | null
  address: string | null
  changes: Changes | null
  note: string | null
}

/** Conditions as a person types them; days are ISO. `before` is the id of the last line seen. */
export type AuditAsk = { who?: string; what?: string; record?: string; from?: string; to?: string; before?: string }

export const AUDIT_PAGE = 50

/** Lines of the audit, newest first; one more than a page when there are older ones. The caller has asked for an administrator. */
export async function auditLines(runner: Runner, ask: AuditAsk): Promise<AuditEntry[]> {
  const parts: SQL[] = [sql`true`]
  // A person types words, the journal keeps codes.
  if (ask.who)
    parts.push(
      sql`(strpos(search_fold(a.actor_name), search_fold(${ask.who})) > 0 or a.actor_role = any(${list([ask.who, ...codesNamed('role', ask.who)])}))`,
    )
  if (ask.what) {
    const actions = list(codesNamed('action', ask.what))
    parts.push(sql`(strpos(lower(a.action), lower(${ask.what})) > 0 or a.action = any(${actions}) or split_part(a.action, '.', 2) = any(${actions})
                    or a.entity = any(${list([ask.what, ...codesNamed('kind', ask.what)])}))`)
  }
  const record = ask.record?.trim()
  // A page of one record names its id; a person types a number or a name.
  if (record)
    parts.push(
      sql`a.entity_id = any(${list([record, ...(isUuid(record) ? [] : await idsByTitle(runner, configOf(runner), record))])})`,
    )
  if (day(ask.from)) parts.push(sql`a.created_at >= (${ask.from}::date)::timestamp at time zone 'Europe/Moscow'`)
  if (day(ask.to)) parts.push(sql`a.created_at < (${ask.to}::date + 1)::timestamp at time zone 'Europe/Moscow'`)
  if (ask.before)
    parts.push(
      sql`(a.created_at, a.id) < (select b.created_at, b.id from audit b where ${idIs(sql`b.id`, ask.before)})`,
    )
  return query<AuditEntry>(
    runner,
    sql`select a.id::text, a.created_at as at, a.action, a.actor_role as role, a.actor_name as name, a.entity, a.entity_id as "entityId", a.address, a.changes, a.note
        from audit a where ${sql.join(parts, sql` and `)} order by a.created_at desc, a.id desc limit ${AUDIT_PAGE + 1}`,
  )
}

const configOf = (runner: Runner): SanitizedConfig => ('payload' in runner ? runner.payload : runner).config

const day = (text: string | undefined): boolean =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
