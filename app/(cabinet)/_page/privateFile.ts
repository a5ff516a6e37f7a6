import type { PayloadRequest } from 'payload'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { localFile, streamFile } from '@/src/integrations/storage/stream'
import { settings } from '@/src/lib/settings'
import path from 'node:path'

export type StoredFile = { filename: string; name: string; mime: string }

/**
 * The bytes of a private file whose row the person has just been allowed to read: from the local folder,
 * or from the S3-compatible store through Payload's own handler.
 */
export async function privateFile(req: PayloadRequest, file: StoredFile, request: Request, { save }: { save: boolean }): Promise<Response> {
  const handler = req.payload.collections['document-files']?.config.upload.handlers?.[0]
  if (settings().S3_BUCKET && handler) {
    const stored = await handler(req, { doc: { filename: file.filename }, params: { collection: 'document-files', filename: file.filename } } as unknown as Parameters<typeof handler>[1])
    if (!stored) return new Response(null, { status: 404 })
    const headers = new Headers(stored.headers)
    headers.set('content-disposition', contentDisposition(file.name, save ? 'attachment' : 'inline'))
    headers.set('cache-control', 'private, no-store')
    return new Response(stored.body, { status: stored.status, headers })
  }
  const source = await localFile(path.join(settings().MEDIA_DIR, 'documents'), file.filename)
  return streamFile(source, { name: file.name, mime: file.mime, request, inline: !save })
}
