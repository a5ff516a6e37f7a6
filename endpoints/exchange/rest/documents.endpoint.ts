import { z } from 'zod'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { fromBase64, MAX_PDF } from '@/collections/documents/document-files/storePdf'
import {
  answerRequest,
  leaseRequests,
  type LeasedRequest,
} from '@/collections/documents/document-requests/document-request.erp.actions'
import { documentFileResource } from '@/collections/documents/documents/document-file.exchange'
import { decoded } from '@/src/lib/http/decoded'
import { erpActor } from '@/src/mechanisms/access/actor'
import { localeOf } from '@/src/mechanisms/actions/errorResponse'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { takeItems } from '@/src/mechanisms/exchange/items/takeItems'
import { requireArea, type Node } from '@/src/mechanisms/exchange/nodeAuth'
import { keptId, toldId } from '@/src/mechanisms/exchange/source'
import { jsonAnswer, nodeEndpoint, wholeNumberParam } from './asNode'
import { formOf, isMultipart, jsonOf } from './body'
import { resourceFor } from './items.endpoint'

/** What surrounds the bytes of a file in a multipart body. */
const FORM_ROOM = 64 * 1024

/** `POST /api/1c/v1/documents/{externalId}/file`: the PDF of a document, multipart field `file`. */
export const postDocumentFile = nodeEndpoint('post', '/documents/:externalId/file', async (req, node) => {
  await resourceFor(req, node, 'documents')
  if (!isMultipart(req)) throw new AppError('exchange.multipartNeeded', {}, { status: 400 })
  const { file } = await formOf(req, MAX_PDF + FORM_ROOM)
  const item = {
    externalId: decoded(String(req.routeParams?.externalId ?? '')),
    file: (file ?? Buffer.alloc(0)).toString('base64'),
  }
  const idempotencyKey = req.headers.get('idempotency-key') ?? undefined
  const [result] = await takeItems(req, documentFileResource, {
    node,
    items: [item],
    idempotencyKey,
    locale: localeOf(req),
    transport: 'rest',
  })
  return jsonAnswer(result, result?.result === 'failed' ? 422 : result?.result === 'parked' ? 404 : 200)
})

/** `GET /api/1c/v1/document-requests?limit=`: what clients ask for, leased for a limited time. */
export const getDocumentRequests = nodeEndpoint('get', '/document-requests', async (req, node) => {
  requireArea(node, 'documents')
  const limit = wholeNumberParam(req, 'limit', { least: 1, most: 100, otherwise: 10 })
  const requests = await runAction(leaseRequests, { req, input: { limit, source: node.source }, as: erpActor(node) })
  return jsonAnswer({ requests: requests.map((request) => asTold(node, request)) })
})

/** The identifiers of a request as the node that takes it knows them. */
function asTold({ source }: Node, request: LeasedRequest): LeasedRequest {
  const id = (kept: string | null): string | null => kept && toldId(source, kept)
  return {
    ...request,
    companyExternalId: id(request.companyExternalId),
    contractorExternalId: id(request.contractorExternalId),
    documentExternalId: id(request.documentExternalId),
  }
}

const result = z.object({
  result: z.enum(['ready', 'not_found', 'denied']).default('ready'),
  reason: z.string().max(500).optional(),
  number: z.string().max(60).optional(),
  date: z.iso.date().optional(),
  externalId: z.string().max(200).optional(),
  file: z.string().max(7_500_000).optional(),
})

/** `POST /api/1c/v1/document-requests/{id}/result`: the file, or why there is none. A repeat changes nothing. */
export const postRequestResult = nodeEndpoint('post', '/document-requests/:id/result', async (req, node) => {
  requireArea(node, 'documents')
  const id = z.uuid().safeParse(req.routeParams?.id)
  if (!id.success) throw new AppError('entity.notFound', {}, { status: 404 })
  const { fields, file } = await resultOf(req)
  const parsed = result.safeParse(fields)
  if (!parsed.success)
    throw new AppError('input.invalid', {}, { status: 422, field: parsed.error.issues[0]?.path.join('.') })
  const { file: text, externalId: told, ...said } = parsed.data
  const externalId = told && keptId(node.source, told)
  const bytes = file ?? (text === undefined ? undefined : fromBase64(text))
  return jsonAnswer(
    await runAction(answerRequest, {
      req,
      input: { ...said, externalId, id: id.data, file: bytes },
      as: erpActor(node),
    }),
  )
})

async function resultOf(req: PayloadRequest): Promise<{ fields: unknown; file?: Buffer }> {
  if (!isMultipart(req)) return { fields: await jsonOf(req) }
  const { fields, file } = await formOf(req, MAX_PDF + FORM_ROOM)
  return { fields, ...(file ? { file } : {}) }
}
