import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction, type ActionDeclaration } from '@/src/mechanisms/actions/defineAction'
import { lockRow } from '@/src/mechanisms/actions/lockRow'
import type { RowOf } from '@/src/mechanisms/database/tableOf'
import { execute, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { customers, staffWithClients } from '@/src/mechanisms/access/roles'
import { documentLabels } from '../documents/document.labels'
import type { DocumentWords } from './document-request.events'
import { needsDocument, needsPeriod, requestKinds, type RequestKind } from './document-request.rules'

const input = z
  .object({
    kind: z.enum(requestKinds),
    /** The document wanted; it also says whose it is. */
    document: z.uuid().optional(),
    /** Of which company, when no document says it. */
    company: z.uuid().optional(),
    contractor: z.uuid().optional(),
    periodFrom: z.iso.date().optional(),
    periodTo: z.iso.date().optional(),
    comment: z.string().trim().max(500).optional(),
  })
  .superRefine((call, context) => {
    const miss = (field: string): void => context.addIssue({ code: 'custom', message: 'input.required', path: [field] })
    if (needsDocument(call.kind) && !call.document) miss('document')
    if (!call.document && !call.company) miss('company')
    if (!needsPeriod(call.kind)) return
    if (!call.periodFrom) miss('periodFrom')
    if (!call.periodTo) miss('periodTo')
    if (call.periodFrom && call.periodTo && call.periodFrom > call.periodTo) {
      context.addIssue({ code: 'custom', message: 'documents.periodBackwards', path: ['periodTo'] })
    }
  })

type Call = z.output<typeof input>

/**
 * A client asks the books for a copy, a paper original, a reconciliation or the closing documents of
 * a period. An equal request that still waits is given back instead of a second one.
 * @throws AppError `entity.notFound` 404 for what the person may not read, `access.denied` 403
 */
export const requestDocument: ActionDeclaration<typeof input, { id: string; status: string }> = defineAction({
  name: 'documents.request',
  label: { ru: 'Запрошен документ', en: 'Requested a document' },
  input,
  may: [...staffWithClients, ...customers],
  run: async ({ req, actor, input: call }) => {
    const target = await whose(req, actor, call)
    const [company] = await selectFrom(req, 'companies', ['name'], sql`where id = ${target.company} for update`)
    const waiting = await equalRequest(req, call, target.company)
    if (waiting) return waiting
    const [row] = await query<{ id: string }>(
      req,
      sql`insert into document_requests (kind, company_id, contractor_id, document_id, author_id, period_from, period_to, comment, status, attempts, created_at, updated_at)
          values (${call.kind}, ${target.company}, ${target.contractor}, ${call.document ?? null}, ${actor.collection === 'users' ? actor.id : null},
                  ${day(call.periodFrom)}, ${day(call.periodTo)}, ${call.comment ?? null}, 'waiting', 0, now(), now()) returning id::text`,
    )
    if (!row) throw new Error('The request was not written')
    await recordEvent(req, {
      type: 'document.requested',
      entity: 'document-requests',
      entityId: row.id,
      company: target.company,
      actor,
      data: { kind: call.kind, client: company?.name ?? '', ...wordsOf(call.kind, target.document) },
    })
    return { id: row.id, status: 'waiting' }
  },
})

type Target = { company: string; contractor: string | null; document: RowOf<'documents'> | null }

async function whose(req: PayloadRequest, actor: Actor, call: Call): Promise<Target> {
  const document = call.document
    ? await lockRow(req, actor, { entity: 'documents', id: () => String(call.document), as: 'read' }, call)
    : null
  if (document) {
    return {
      company: String(document.company_id),
      contractor: document.contractor_id ? String(document.contractor_id) : null,
      document,
    }
  }
  // Who may read the company's documents may ask for more of them.
  const [company] = await query<{ id: string }>(
    req,
    sql`select id::text from (select c.id, c.id as company_id from companies c) it
        where it.id = ${call.company ?? null} and ${accessOf('documents').sql(actor, 'read', 'it')}`,
  )
  if (!company) throw new AppError('access.denied', {}, { status: 403 })
  if (!call.contractor) return { company: company.id, contractor: null, document: null }
  const contractor = await lockRow(
    req,
    actor,
    { entity: 'contractors', id: () => String(call.contractor), as: 'read' },
    call,
  )
  if (String(contractor.company_id) !== company.id)
    throw new AppError('entity.notFound', {}, { status: 404, field: 'contractor' })
  return { company: company.id, contractor: String(contractor.id), document: null }
}

async function equalRequest(
  req: PayloadRequest,
  call: Call,
  company: string,
): Promise<{ id: string; status: string } | undefined> {
  const [row] = await selectFrom(
    req,
    'document_requests',
    ['id', 'status'],
    sql`where company_id = ${company} and kind = ${call.kind} and status in ('waiting', 'leased')
          and document_id is not distinct from ${call.document ?? null}::uuid
          and (${call.contractor ?? null}::uuid is null or contractor_id = ${call.contractor ?? null}::uuid)
          and period_from is not distinct from ${day(call.periodFrom)}::timestamptz
          and period_to is not distinct from ${day(call.periodTo)}::timestamptz limit 1`,
  )
  return row
}

/** A day is kept as its midnight in UTC. */
const day = (date: string | undefined): string | null => (date ? `${date}T00:00:00.000Z` : null)

/** How the thing asked for is called in letters. */
export function wordsOf(kind: RequestKind, document: RowOf<'documents'> | null): DocumentWords {
  const names = documentLabels.options.kind
  const own = document ? names[String(document.kind) as keyof typeof names] : undefined // an unknown kind gives undefined
  const label = own ?? (kind === 'reconciliation' ? names.reconciliation : names.other)
  const date = document?.date ? { date: { date: new Date(document.date).toISOString().slice(0, 10) } } : {}
  return { document: label, number: String(document?.number ?? ''), ...date }
}

const cancelInput = z.object({ id: z.uuid() })

/** The author's company takes a request back while nobody prepares it. */
export const cancelRequest: ActionDeclaration<typeof cancelInput, { id: string }> = defineAction({
  name: 'document-requests.cancel',
  label: { ru: 'Отменён запрос документа', en: 'Cancelled a document request' },
  input: cancelInput,
  may: [...staffWithClients, ...customers],
  lock: { entity: 'document-requests', id: ({ id }) => id },
  run: async ({ req, row, input: { id } }) => {
    if (row.status !== 'waiting') throw new AppError('documents.alreadyTaken', {}, { status: 409 })
    await execute(req, sql`delete from document_requests where id = ${id}`)
    return { id }
  },
})
