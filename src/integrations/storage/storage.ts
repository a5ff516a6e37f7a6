import path from 'node:path'
import { s3Storage } from '@payloadcms/storage-s3'
import type { Plugin } from 'payload'

export type StorageSettings =
  | { driver: 'local'; /** absolute or beside the working folder */ dir: string }
  | {
      driver: 's3'
      bucket: string
      region: string
      accessKeyId: string
      secretAccessKey: string
      /** for anything but AWS: MinIO, Selectel, Yandex Object Storage */
      endpoint?: string
      /** bucket in the path rather than in the host name */
      forcePathStyle?: boolean
      /** folder inside the bucket */
      prefix?: string
    }

/**
 * Payload plugins that put the files of these upload collections where the settings say. Files keep going through
 * Payload's own access check: no link to the bucket is ever handed out.
 */
export function storagePlugins(settings: StorageSettings, slugs: readonly string[]): Plugin[] {
  if (settings.driver === 'local') return []
  const prefix = settings.prefix ? `${settings.prefix.replace(/^\/+|\/+$/g, '')}/` : ''
  return [
    s3Storage({
      bucket: settings.bucket,
      acl: 'private',
      collections: Object.fromEntries(slugs.map((slug) => [slug, { prefix: prefix + slug }])),
      config: {
        region: settings.region,
        credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
        ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
        forcePathStyle: settings.forcePathStyle ?? settings.endpoint !== undefined,
      },
    }),
  ]
}

/** Absolute `upload.staticDir` of a collection; a standalone build has another working folder than the sources. */
export function staticDir(settings: StorageSettings, slug: string): string {
  return path.resolve(settings.driver === 'local' ? settings.dir : 'media', slug)
}
