import { Readable } from 'node:stream'
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { AppError } from '@/src/lib/errors'
import type { FileSource } from './stream'

export type BucketSettings = {
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** for anything but AWS: Selectel, Yandex Object Storage, versitygw … */
  endpoint?: string
}

/**
 * How every client of the store is set: the bucket in the path (own endpoints have no host name for each bucket),
 * checksums only where S3 demands them (other makers' stores refuse the newer ones), and an end to all waiting.
 */
export function clientConfig({ region, accessKeyId, secretAccessKey, endpoint }: BucketSettings): S3ClientConfig {
  return {
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle: endpoint !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: 30_000,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: 100 },
      httpsAgent: { keepAlive: true, maxSockets: 100 },
    },
  }
}

const clients = new WeakMap<BucketSettings, S3Client>()

function clientOf(settings: BucketSettings): S3Client {
  const client = clients.get(settings) ?? new S3Client(clientConfig(settings))
  clients.set(settings, client)
  return client
}

/** Whether an error of the store says that the object or the bucket is not there; anything else means trouble with the store. */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } } // the SDK's own errors carry it
  return ['NoSuchKey', 'NotFound', 'NoSuchBucket'].includes(error.name) || $metadata?.httpStatusCode === 404
}

export const storeUnavailable = (cause: unknown): AppError =>
  new AppError('file.storeUnavailable', {}, { status: 503, cause })

/**
 * An object of the bucket as a file that may be sent.
 * @throws AppError `record.notFound` 404, `file.storeUnavailable` 503
 */
export async function bucketFile(settings: BucketSettings, key: string): Promise<FileSource> {
  const client = clientOf(settings)
  const place = { Bucket: settings.bucket, Key: key }
  try {
    const head = await client.send(new HeadObjectCommand(place))
    return {
      size: head.ContentLength ?? 0,
      ...(head.LastModified ? { modified: head.LastModified } : {}),
      read: async (range) => {
        const Range = range ? `bytes=${range.start}-${range.end}` : undefined
        const { Body } = await client.send(new GetObjectCommand({ ...place, Range })).catch((cause: unknown) => {
          throw storeUnavailable(cause)
        })
        // In Node the body is always a readable stream; the SDK's type also covers browsers.
        return Readable.toWeb(Body as Readable) as ReadableStream<Uint8Array>
      },
    }
  } catch (cause) {
    throw isMissing(cause) ? new AppError('record.notFound', {}, { status: 404 }) : storeUnavailable(cause)
  }
}

/** Throws what the store answers when the bucket cannot be used with these keys. */
export async function checkBucket(settings: BucketSettings): Promise<void> {
  await clientOf(settings).send(new HeadBucketCommand({ Bucket: settings.bucket }))
}

/** Makes the bucket when it is not there; nobody but the owner of the keys may read it. Part of `npm run migrate`. */
export async function ensureBucket(settings: BucketSettings): Promise<void> {
  try {
    await checkBucket(settings)
  } catch (error) {
    if (!isMissing(error)) throw error
    await clientOf(settings).send(new CreateBucketCommand({ Bucket: settings.bucket }))
  }
}
