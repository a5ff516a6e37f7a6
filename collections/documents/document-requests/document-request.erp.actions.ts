import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '@/src/mechanisms/access/actor'
import { defineAction, type ActionDeclaration } from '@/src/mechanisms/actions/defineAction'
import { idIs } from '@/src/mechanisms/database/ids'
import type { RowOf } from '@/src/mechanisms/database/tableOf'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { MAIN_SOURCE, servedBy } from '@/src/mechanisms/exchange/source'
import { transitionOf } from '@/src/mechanisms/workflow/defineWorkflow'
import { makeTransition } from '@/src/mechanisms/workflow/transition'
import { storePdf } from '../document-files/storePdf'
import { documentLabels } from '../documents/document.labels'
import { wordsOf } from './document-request.actions'
import type { Answered } from './document-request.events'
import { finalStates, LEASE_MINUTES, MAX_ATTEMPTS, type RequestKind } from './document-request.rules'
import { documentRequestWorkflow } from './document-request.workflow'

export type LeasedRequest = {
  id: string
  kind: RequestKind
  companyExternalId: string | null
  contractorExternalId: string | null
  inn: string | null
  documentExternalId: string | null
  documentKind: string | null
  documentNumber: string | null
  periodFrom: string | null
  periodTo: string | null
  comment: string | null
  format: 'pdf'
  leasedUntil: string
  attempt: number
}

/** `source`: whose clients' requests, and those that no other node serves. */
const leaseInput = z.object({ limit: z.int().min(1).max(100), source: z.string().default(MAIN_SOURCE) })

/**
 * Hands waiting requests to a node for a limited time, oldest first; two nodes never get the same
 * one. A request whose time ran out comes back by itself.
 */
export const leaseRequests: ActionDeclaration<typeof leaseInput, LeasedRequest[]> = defineAction({
  name: 'document-requests.lease',
  label: { ru: 'Запросы документов взяты в работу', en: 'Took document requests' },
  input: leaseInput,
  may: ['erp', 'system'],
  remote: false,
  run: async ({ req, actor, input: { limit, source } }) => {
    const lease = transitionOf(documentRequestWorkflow, 'lease')
    const rows = await query<Omit<LeasedRequest, 'format'>>(
      req,
      sql`with taken as (
            update document_requests set status = ${lease.to}, leased_by = ${actor.id}, attempts = coalesce(attempts, 0) + 1,
                   leased_until = now() + make_interval(mins => ${LEASE_MINUTES}), updated_at = now()
            where id in (
              select id from document_requests
              where status::text = any(${list(lease.from)}) and (status <> ${lease.to} or leased_until <= now()) and coalesce(attempts, 0) < ${MAX_ATTEMPTS}
                and ${servedBy(source, 'documents', sql`(select c.external_id from companies c where c.id = document_requests.company_id)`)}
              order by created_at limit ${limit} for update skip locked)
            returning *)
          select t.id::text, t.kind::text, c.external_id as "companyExternalId", k.external_id as "contractorExternalId",
                 coalesce(k.inn, c.inn) as inn, d.external_id as "documentExternalId", d.kind::text as "documentKind", d.number as "documentNumber",
                 to_char(t.period_from at time zone 'UTC', 'YYYY-MM-DD') as "periodFrom", to_char(t.period_to at time zone 'UTC', 'YYYY-MM-DD') as "periodTo",
                 t.comment, t.leased_until as "leasedUntil", t.attempts::int as attempt
          from taken t join companies c on c.id = t.company_id left join contractors k on k.id = t.contractor_id
          left join documents d on d.id = t.document_id order by t.created_at`,
    )
    return rows.map((row) => ({ ...row, leasedUntil: new Date(row.leasedUntil).toISOString(), format: 'pdf' as const }))
  },
})

const answerInput = z.object({
  id: z.uuid(),
  result: z.enum(['ready', 'not_found', 'denied']),
  reason: z.string().trim().max(500).optional(),
  /** Number, day and external id of a document that did not exist before (a reconciliation). */
  number: z.string().trim().max(60).optional(),
  date: z.iso.date().optional(),
  externalId: z.string().max(200).optional(),
  /** The PDF; not needed when a paper original was put in the post. */
  file: z.instanceof(Buffer).optional(),
})
type Answer = z.output<typeof answerInput>

const ways = { ready: 'answer', not_found: 'miss', denied: 'deny' } as const

export type AnswerResult = { id: string; status: string; repeated: boolean }

/**
 * 1C's answer to a request. The first final answer stands; a repeat gives its state and changes
 * nothing. An answer that comes after the lease ran out still counts.
 */
export const answerRequest: ActionDeclaration<typeof answerInput, AnswerResult> = defineAction({
  name: 'document-requests.answer',
  label: { ru: 'Ответ на запрос документа', en: 'Answered a document request' },
  input: answerInput,
  may: ['erp', 'system'],
  remote: false,
  lock: { entity: 'document-requests', id: ({ id }) => id },
  run: async ({ req, actor, row, input }) => {
    if (finalStates.includes(row.status)) return { id: input.id, status: row.status, repeated: true }
    const way = ways[input.result]
    const document = row.document_id ? await documentRow(req, String(row.document_id)) : null
    const result = way === 'answer' ? await keep(req, actor, row, document, input) : null
    const status = transitionOf(documentRequestWorkflow, way).to
    const { state } = await makeTransition(
      documentRequestWorkflow,
      way,
      { req, actor, row },
      {
        set: { result_id: result, reason: input.reason ?? null, finished_at: new Date().toISOString() },
        data: {
          status,
          kind: row.kind as RequestKind, // the column is an enum of kinds
          result,
          author: row.author_id ?? null,
          reason: input.reason ?? '',
          ...wordsOf(row.kind as RequestKind, result ? await documentRow(req, result) : document),
        } satisfies Answered,
      },
    )
    return { id: input.id, status: state, repeated: false }
  },
})

async function documentRow(req: PayloadRequest, id: string): Promise<RowOf<'documents'> | null> {
  const [row] = await query<RowOf<'documents'>>(req, sql`select * from documents where ${idIs(sql`id`, id)}`)
  return row ?? null
}

/** Puts the file to its document, or makes the document (a reconciliation) that it belongs to. */
async function keep(
  req: PayloadRequest,
  actor: Actor,
  row: RowOf<'document-requests'>,
  document: RowOf<'documents'> | null,
  answer: Answer,
): Promise<string | null> {
  if (!answer.file) {
    if (row.kind === 'original') return document ? String(document.id) : null
    throw new AppError('file.empty', {}, { status: 422, field: 'file' })
  }
  const kind = row.kind === 'reconciliation' ? 'reconciliation' : 'other'
  const number = String(document?.number ?? answer.number ?? row.id.slice(0, 8))
  const names = documentLabels.options.kind
  const title = `${names[String(document?.kind ?? kind) as keyof typeof names]?.ru ?? names.other.ru} ${number}` // unknown falls back
  const file = await storePdf(req, {
    bytes: answer.file,
    title,
    company: row.company_id,
    previous: document?.file_id ? String(document.file_id) : null,
  })
  if (document) {
    await execute(
      req,
      sql`update documents set file_id = ${file.id}, updated_at = now() where ${idIs(sql`id`, String(document.id))}`,
    )
    return String(document.id)
  }
  const [made] = await query<{ id: string }>(
    req,
    sql`insert into documents (kind, number, date, company_id, contractor_id, total, paid, currency, file_id, cancelled, external_id, sync_node, synced_at, created_at, updated_at)
        values (${kind}, ${number}, ${answer.date ? `${answer.date}T00:00:00.000Z` : new Date().toISOString()}, ${row.company_id}, ${row.contractor_id ? String(row.contractor_id) : null},
                0, 0, (select currency from companies where ${idIs(sql`id`, row.company_id)}), ${file.id}, false, ${answer.externalId ?? null}, ${actor.name}, now(), now(), now())
        on conflict (external_id) do update set file_id = excluded.file_id, synced_at = now(), updated_at = now()
          where documents.company_id = excluded.company_id returning id::text`,
  )
  if (!made) throw new AppError('record.duplicate', {}, { status: 409, field: 'externalId' })
  return made.id
}
