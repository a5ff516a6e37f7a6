import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import type { RequestKind } from './document-request.rules'

export type DocumentRequest = {
  id: string
  kind: RequestKind
  status: 'waiting' | 'leased' | 'done' | 'notFound' | 'denied'
  at: string
  finishedAt: string | null
  reason: string | null
}

/** What was last asked for about a document, one of each kind. */
export async function requestsAbout(
  context: QueryContext,
  document: string,
): Promise<Partial<Record<RequestKind, DocumentRequest>>> {
  const rows = await query<DocumentRequest>(
    context.req,
    sql`select distinct on (r.kind) r.id::text, r.kind::text, r.status::text, r.created_at as at, r.finished_at as "finishedAt", r.reason
        from document_requests r where ${idIs(sql`r.document_id`, document)} and ${readable(context, 'document-requests', 'r')} order by r.kind, r.created_at desc`,
  )
  return Object.fromEntries(rows.map((row) => [row.kind, row]))
}

/** What the chosen company last asked for over a period (days, both ends included), of one kind. */
export async function requestOfPeriod(
  context: QueryContext,
  asked: { kind: RequestKind; from: string; to: string },
): Promise<DocumentRequest | undefined> {
  if (!context.company) return undefined
  const [row] = await selectFrom(
    context.req,
    'document_requests r',
    { id: 'id', kind: 'kind', status: 'status', at: 'created_at', finishedAt: 'finished_at', reason: 'reason' },
    sql`where r.kind = ${asked.kind} and r.period_from = ${`${asked.from}T00:00:00.000Z`} and r.period_to = ${`${asked.to}T00:00:00.000Z`}
          and ${readable(context, 'document-requests', 'r')} order by r.created_at desc limit 1`,
  )
  return row
}

export const isOpen = (request: DocumentRequest | undefined): boolean =>
  request?.status === 'waiting' || request?.status === 'leased'
