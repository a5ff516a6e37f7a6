import type { Plugin } from 'payload'
import { settings } from '@/src/lib/settings'
import { storagePlugins } from './storage'

/** Uploads go to the local folder, or to the S3-compatible store that the settings name. */
export function storageFromSettings(slugs: readonly string[]): Plugin[] {
  const { S3_BUCKET, S3_REGION, S3_KEY, S3_SECRET, S3_ENDPOINT, MEDIA_DIR } = settings()
  if (!S3_BUCKET) return storagePlugins({ driver: 'local', dir: MEDIA_DIR }, slugs)
  return storagePlugins({ driver: 's3', bucket: S3_BUCKET, region: S3_REGION, accessKeyId: S3_KEY ?? '', secretAccessKey: S3_SECRET ?? '', ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT } : {}) }, slugs)
}
