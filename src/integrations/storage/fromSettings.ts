import { access, constants, mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'payload'
import { settings } from '@/src/lib/settings'
import { bucketFile, checkBucket, ensureBucket, type BucketSettings } from './bucket'
import { bucketKey, bucketPlugin } from './storage'
import { localFile, type FileSource } from './stream'

let known: BucketSettings | null | undefined

/** The bucket that the settings name; null when files lie in the local folder. */
function bucket(): BucketSettings | null {
  if (known !== undefined) return known
  const { S3_BUCKET, S3_REGION, S3_KEY = '', S3_SECRET = '', S3_ENDPOINT } = settings()
  known = S3_BUCKET
    ? {
        bucket: S3_BUCKET,
        region: S3_REGION,
        accessKeyId: S3_KEY,
        secretAccessKey: S3_SECRET,
        ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT } : {}),
      }
    : null
  return known
}

/** Uploads go to the local folder, or to the S3-compatible store that the settings name. */
export function storageFromSettings(): Plugin[] {
  const store = bucket()
  if (!store) return []
  return [
    (config) =>
      bucketPlugin(
        store,
        (config.collections ?? []).flatMap(({ slug, upload }) => (upload ? [slug] : [])),
      )(config),
  ]
}

/**
 * A file of an upload collection, wherever it lies; `staticDir` is the collection's own. The caller has checked access.
 * @throws AppError `record.notFound` 404, `file.storeUnavailable` 503
 */
export async function storedFile(staticDir: string, filename: string): Promise<FileSource> {
  const store = bucket()
  return store ? bucketFile(store, bucketKey(staticDir, filename)) : localFile(staticDir, filename)
}

/** Throws when files could not be written or read now. */
export async function checkStorage(): Promise<void> {
  const store = bucket()
  if (store) await checkBucket(store)
  else await access(settings().MEDIA_DIR, constants.W_OK)
}

/** Makes the bucket or the folder that is not there yet, and throws when it cannot be used. */
export async function prepareStorage(): Promise<void> {
  const store = bucket()
  if (store) return ensureBucket(store)
  await mkdir(path.join(settings().MEDIA_DIR), { recursive: true })
  await checkStorage()
}
