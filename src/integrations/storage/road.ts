import { randomUUID } from 'node:crypto'
import {
  Forbidden,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type CollectionSlug,
  type Config,
  type Field,
  type PayloadRequest,
  type UploadConfig,
} from 'payload'
import { AppError } from '@/src/lib/errors'
import { defineLabels } from '@/src/lib/i18n'
import { storedFile } from './fromSettings'
import { isDrawn, sanitizeImage } from './images'
import { KINDS, type UploadKind } from './kinds'
import { streamFile } from './stream'
import { checkUpload } from './uploads'

const labels = defineLabels({ originalName: { ru: 'Имя файла', en: 'File name' } })

/** The field that keeps the name a file came with; the stored one is drawn by lot. */
export const ORIGINAL_NAME = 'originalName'

type File = NonNullable<PayloadRequest['file']>
type Args = { data?: Record<string, unknown>; id?: string; overrideAccess?: boolean }

/**
 * One road for a file, whichever way it comes (REST, the panel, an action, the exchange) and goes: what an upload
 * collection takes stands in its `upload.mimeTypes`; bytes, ending and declared type have to agree, pictures are drawn
 * anew, and the stored name tells nothing. Every file leaves with the headers of a private one.
 */
export function fileRoad(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => (collection.upload ? onRoad(collection) : collection)),
  }
}

function onRoad(collection: CollectionConfig): CollectionConfig {
  const upload = typeof collection.upload === 'object' ? collection.upload : {}
  if (!upload.mimeTypes?.length) throw new Error(`${collection.slug} does not say which files it takes`)
  return {
    ...collection,
    fields: [...collection.fields, originalName],
    hooks: {
      ...collection.hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), taking(upload.mimeTypes)],
    },
    upload: { ...upload, handlers: [giving(upload), ...(upload.handlers ?? [])] },
  }
}

const originalName: Field = {
  name: ORIGINAL_NAME,
  type: 'text',
  label: labels.originalName,
  access: { create: () => false, update: () => false },
  admin: { readOnly: true, disableBulkEdit: true },
  hooks: { beforeChange: [({ req, value }) => (names.get(req) ?? value) as unknown] },
}

/** Names of files on their way. */
const names = new WeakMap<PayloadRequest, string>()

const taking =
  (mimeTypes: readonly string[]): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, req }) => {
    names.delete(req)
    if (!req.file || (operation !== 'create' && operation !== 'update')) return args
    const { data, id, overrideAccess } = args as Args // one hook for operations of many shapes
    // Payload asks this later; work is not done for whom it will refuse.
    if (!overrideAccess && !(await collection.access[operation]({ req, data, ...(id ? { id } : {}) })))
      throw new Forbidden(req.t)
    const name = req.file.name.replace(/\p{C}/gu, '').slice(0, 300)
    req.file = await taken(req.file, {
      mimeTypes,
      maxBytes: req.payload.config.upload.limits?.fileSize ?? 25 * 1024 * 1024,
    })
    names.set(req, name)
    return args
  }

async function taken(
  file: File,
  { mimeTypes, maxBytes }: { mimeTypes: readonly string[]; maxBytes: number },
): Promise<File> {
  const all = Object.keys(KINDS) as UploadKind[] // KINDS is written by kind
  const { kind, ext, mime } = await checkUpload(
    { buffer: file.data, filename: file.name, mime: file.mimetype },
    { allow: all, mimeTypes, maxBytes },
  )
  const drawn = kind === 'picture' && !isDrawn(file.data) ? await sanitizeImage(file.data) : { buffer: file.data, mime }
  return {
    ...file,
    data: drawn.buffer,
    size: drawn.buffer.length,
    mimetype: drawn.mime,
    name: `${randomUUID()}.${endingOf(drawn.mime) ?? ext}`,
  }
}

const endingOf = (mime: string): string | undefined =>
  Object.values(KINDS)
    .flatMap((kind) => Object.entries(kind))
    .find(([, mimes]) => mimes.includes(mime) && mimes[0] === mime)?.[0]

type Handler = NonNullable<UploadConfig['handlers']>[number]

/** Payload has checked access; it names the row only where access is by rows. */
const giving =
  ({ staticDir = '', imageSizes = [], modifyResponseHeaders }: UploadConfig): Handler =>
  async (req, { doc, params: { collection, filename } }) => {
    const byName = [
      { filename: { equals: filename } },
      ...imageSizes.map(({ name }) => ({ [`sizes.${name}.filename`]: { equals: filename } })),
    ]
    const row = (doc ??
      (await req.payload.db.findOne({
        collection: collection as CollectionSlug,
        req,
        where: { or: byName },
      }))) as Record<string, unknown> | null
    if (!row) throw new AppError('record.notFound', {}, { status: 404 })
    const sizes = Object.values((row.sizes ?? {}) as Record<string, { filename?: string; mimeType?: string } | null>)
    const mime = sizes.find((size) => size?.filename === filename)?.mimeType ?? row.mimeType
    const name = typeof row[ORIGINAL_NAME] === 'string' ? row[ORIGINAL_NAME] : filename
    const request = new Request('http://portal.invalid', {
      method: req.method === 'HEAD' ? 'HEAD' : 'GET',
      headers: req.headers,
    })
    const answer = await streamFile(await storedFile(staticDir, filename), {
      name,
      mime: typeof mime === 'string' ? mime : 'application/octet-stream',
      request,
      inline: true,
    })
    // How long it may be kept, the collection says.
    answer.headers.delete('cache-control')
    modifyResponseHeaders?.({ headers: answer.headers })
    return answer
  }
