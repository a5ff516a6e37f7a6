import path from 'node:path'
import { s3Storage } from '@payloadcms/storage-s3'
import type { CollectionConfig, Plugin } from 'payload'
import { logger } from '@/src/lib/logger'
import { clientConfig, storeUnavailable, type BucketSettings } from './bucket'

/**
 * Puts the files of these upload collections into a bucket, under the name of their local folder
 * (`documents/act-5.pdf`): so a folder and a bucket can be copied into each other as they are. Files keep going
 * through Payload's own access check: no link to the bucket is ever handed out.
 */
export function bucketPlugin(bucket: BucketSettings, slugs: readonly string[]): Plugin {
  return async (incoming) => {
    const ours = (collection: CollectionConfig): boolean => slugs.includes(collection.slug)
    const folders = (incoming.collections ?? [])
      .filter(ours)
      .map((collection) => [collection.slug, { prefix: folderOf(collection) }])
    const config = await s3Storage({
      bucket: bucket.bucket,
      collections: Object.fromEntries(folders),
      config: clientConfig(bucket),
    })(incoming)
    return {
      ...config,
      collections: config.collections?.map((collection) => (ours(collection) ? fitted(collection) : collection)),
    }
  }
}

/** The key of a file in the bucket. */
export const bucketKey = (staticDir: string, filename: string): string =>
  path.posix.join(path.basename(staticDir), filename)

function folderOf({ upload }: CollectionConfig): string {
  return path.basename(typeof upload === 'object' ? (upload.staticDir ?? '') : '')
}

/** Fields that the plugin adds for uploads straight from browsers, which do not exist here: nor do their columns. */
const strange = new Set(['prefix', '_objectKey'])

/** The plugin's collection with our schema, and with a clear answer when the store does not work. */
function fitted(collection: CollectionConfig): CollectionConfig {
  const { fields, hooks, upload } = collection
  return {
    ...collection,
    fields: fields.filter((field) => !('name' in field && strange.has(field.name))),
    // The plugin's own hook is the last one. Its failure ends the transaction, so no row is left without its file.
    hooks: {
      ...hooks,
      afterChange: hooks?.afterChange?.map((hook, index, all) => (index === all.length - 1 ? clearly(hook) : hook)),
    },
    ...(typeof upload === 'object' ? { upload: { ...upload, handlers: upload.handlers?.map(clearAnswer) } } : {}),
  }
}

type AfterChange = NonNullable<NonNullable<CollectionConfig['hooks']>['afterChange']>[number]
type Handler = NonNullable<Exclude<CollectionConfig['upload'], boolean | undefined>['handlers']>[number]

function clearly(hook: AfterChange): AfterChange {
  return async (args) => {
    try {
      return await hook(args)
    } catch (cause) {
      logger.error({ err: cause, collection: args.collection.slug }, 'the store did not take a file')
      throw storeUnavailable(cause)
    }
  }
}

function clearAnswer(handler: Handler): Handler {
  return async (req, args): Promise<Response> => {
    const answer = await handler(req, args)
    if (answer instanceof Response && answer.status >= 500)
      throw storeUnavailable(new Error(`the store's handler answered ${answer.status}`))
    return answer ?? new Response(null, { status: 404 })
  }
}
