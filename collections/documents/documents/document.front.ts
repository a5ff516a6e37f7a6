import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { storedFile } from '@/src/integrations/storage/fromSettings'
import { streamFile } from '@/src/integrations/storage/stream'
import { AppError } from '@/src/lib/errors'
import { idIs } from '@/src/mechanisms/database/ids'
import { execute } from '@/src/mechanisms/database/query'
import { defineRoute, defineRoutePart } from '@/src/mechanisms/front/defineRoute'
import { defineListRoute } from '@/src/mechanisms/front/listRoute'
import { idIn } from '@/src/mechanisms/front/shown'
import { documentsList } from './document.list'
import { documentList as words } from './document.list.labels'
import { documentById, documentsAbout, type DocumentRow } from './document.queries'
import { documentItem, documentShown } from './document.shapes.front'
import { documentName } from './document.words'

const group = words.title
const needs = 'documents.read'

export const documentsRoute = defineListRoute({ list: documentsList, item: documentItem, give: documentShown })

export const documentRoute = defineRoute({
  name: 'documents.one',
  method: 'get',
  path: '/documents/{id}',
  group,
  title: words.document,
  needs,
  params: idIn,
  answer: documentItem,
  run: async ({ context, params }) => documentShown(found(await documentById(context, params.id)), context),
})

/** The file of a document; the first look is noted for the manager, as on its page. */
export const documentFileRoute = defineRoute({
  name: 'documents.file',
  method: 'get',
  path: '/documents/{id}/file',
  group,
  title: words.file,
  needs,
  params: idIn,
  answer: 'file',
  run: async ({ req, context, params }) => {
    const { id, fileName, mime, ...row } = found(await documentById(context, params.id))
    if (!fileName) throw new AppError('record.notFound', {}, { status: 404 })
    await execute(req, sql`update documents set seen_at = now() where ${idIs(sql`id`, id)} and seen_at is null`)
    const { staticDir } = req.payload.collections['document-files'].config.upload
    const ending = fileName.includes('.') ? fileName.slice(fileName.lastIndexOf('.')) : ''
    return streamFile(await storedFile(String(staticDir), fileName), {
      name: `${documentName(row, context.locale)}${ending}`,
      mime: mime ?? 'application/octet-stream',
      // What it reads of a request, its headers and method, Payload's has from the one that came.
      request: req as unknown as Request,
    })
  },
})

const SHIPMENTS: ReadonlySet<string> = new Set(['waybill', 'upd'])
const PAYMENTS: ReadonlySet<string> = new Set(['payment', 'refund'])
const items = z.array(documentItem)

/** What an order's own answer does not know: its shipments, its payments, and the rest of its papers. */
export const papersOfOrderRoute = defineRoutePart({
  name: 'documents.ofOrder',
  route: 'orders.one',
  needs,
  answer: z.object({ shipments: items, payments: items, papers: items }),
  read: async (context, { id = '' }) => {
    const rows = (await documentsAbout(context, { order: id })).map((row) => documentShown(row, context))
    const of = (which: (kind: string) => boolean) => rows.filter(({ kind }) => which(kind.key))
    return {
      shipments: of((kind) => SHIPMENTS.has(kind)),
      payments: of((kind) => PAYMENTS.has(kind)),
      papers: of((kind) => !SHIPMENTS.has(kind) && !PAYMENTS.has(kind)),
    }
  },
})

function found(row: DocumentRow | null): DocumentRow {
  if (!row) throw new AppError('record.notFound', {}, { status: 404 })
  return row
}
