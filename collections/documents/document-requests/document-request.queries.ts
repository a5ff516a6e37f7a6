import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import type { RequestKind } from './document-request.rules'

export type DocumentRequest = { id: string; kind: RequestKind; status: 'waiting' | 'leased' | 'done' | 'notFound' | 'denied'; at: string; finishedAt: string | null; reason: string | null }

/** What was last asked for about a document, one of each kind. */
export async function requestsAbout(context: QueryContext, document: string): Promise<Partial<Record<RequestKind, DocumentRequest>>> {
  const rows = await query<DocumentRequest>(
    context.req,
    sql`select distinct on (r.kind) r.id::text, r.kind::text, r.status::text, r.created_at as at, r.finished_at as "finishedAt", r.reason
        from document_requests r where ${idIs(sql`r.document_id`, document)} and ${readable(context, 'document-requests', 'r')} order by r.kind, r.created_at desc`,
  )
  return Object.fromEntries(rows.map((row) => [row.kind, row]))
}

export const isOpen = (request: DocumentRequest | undefined): boolean => request?.status === 'waiting' || request?.status === 'leased'
