import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { settings } from '@/src/lib/settings'

export type StoredFile = { name: string; changedAt: Date }

/** What lies in the store of an upload collection, whichever the settings name, and a way to take it away. */
export type StoredFiles = { pages: () => AsyncIterable<StoredFile[]>; remove: (name: string) => Promise<void> }

const PAGE = 500

/** @param folder where the collection keeps its files when they are local (`upload.staticDir`); in a bucket they lie under its name. */
export function storedFiles(folder: string): StoredFiles {
  const { S3_BUCKET, S3_REGION, S3_KEY, S3_SECRET, S3_ENDPOINT } = settings()
  if (!S3_BUCKET) return localFiles(folder)
  const client = new S3Client({
    region: S3_REGION,
    credentials: { accessKeyId: S3_KEY ?? '', secretAccessKey: S3_SECRET ?? '' },
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {}),
  })
  return bucketFiles(client, S3_BUCKET, `${path.basename(folder)}/`)
}

export function localFiles(folder: string): StoredFiles {
  return {
    async *pages() {
      const names = (await readdir(folder, { withFileTypes: true }).catch(() => []))
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
      for (let from = 0; from < names.length; from += PAGE) {
        const page = names.slice(from, from + PAGE).map(async (name) => {
          // One that has just gone counts as new: it is nobody's to remove.
          const seen = await stat(path.join(folder, name)).catch(() => null)
          return { name, changedAt: seen?.mtime ?? new Date() }
        })
        yield await Promise.all(page)
      }
    },
    remove: (name) => rm(path.join(folder, path.basename(name)), { force: true }),
  }
}

export function bucketFiles(client: S3Client, bucket: string, prefix: string): StoredFiles {
  return {
    async *pages() {
      let token: string | undefined
      do {
        const answer = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: prefix,
            MaxKeys: PAGE,
            ...(token ? { ContinuationToken: token } : {}),
          }),
        )
        yield (answer.Contents ?? []).flatMap(({ Key, LastModified }) =>
          Key && LastModified ? [{ name: Key.slice(prefix.length), changedAt: LastModified }] : [],
        )
        token = answer.NextContinuationToken
      } while (token)
    },
    remove: async (name) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: `${prefix}${name}` }))
    },
  }
}
