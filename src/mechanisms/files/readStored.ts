import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest, UploadCollectionSlug } from 'payload'
import { AppError } from '@/src/lib/errors'

/**
 * Bytes of an uploaded file wherever the settings keep it. The caller has checked who may have them.
 * @throws AppError `file.missing` 404, `file.storeUnavailable` 503
 */
export async function readStored(req: PayloadRequest, collection: UploadCollectionSlug, filename: string): Promise<Buffer> {
  const { upload } = req.payload.collections[collection].config
  for (const handler of upload.handlers ?? []) {
    // A storage plugin answers with the file's own response; it looks at these two names only.
    const answer = await handler(req, { doc: { filename } as never, params: { collection, filename } })
    if (answer instanceof Response && answer.ok) return Buffer.from(await answer.arrayBuffer())
    if (answer instanceof Response) throw new AppError('file.missing', {}, { status: 404 })
  }
  try {
    return await readFile(path.join(String(upload.staticDir), path.basename(filename)))
  } catch (cause) {
    throw new AppError('file.missing', {}, { status: 404, cause })
  }
}
