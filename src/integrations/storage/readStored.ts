import type { PayloadRequest, UploadCollectionSlug } from 'payload'
import { storedFile } from './fromSettings'
import { AppError, isAppError } from '@/src/lib/errors'

/**
 * Bytes of an uploaded file wherever the settings keep it. The caller has checked who may have them.
 * @throws AppError `file.missing` 404, `file.storeUnavailable` 503
 */
export async function readStored(
  req: PayloadRequest,
  collection: UploadCollectionSlug,
  filename: string,
): Promise<Buffer> {
  const { staticDir } = req.payload.collections[collection].config.upload
  try {
    const file = await storedFile(String(staticDir), filename)
    return Buffer.from(await new Response(await file.read()).arrayBuffer())
  } catch (cause) {
    if (isAppError(cause) && cause.status >= 500) throw cause
    throw new AppError('file.missing', {}, { status: 404, cause })
  }
}
