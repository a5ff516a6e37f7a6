import { createHash, randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { sanitizeImage } from '@/src/integrations/storage/images'
import type { UploadKind } from '@/src/integrations/storage/kinds'
import { checkUpload } from '@/src/integrations/storage/uploads'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '@/src/mechanisms/access/actor'
import { execute } from '@/src/mechanisms/database/query'

/** A file as a browser sends it. */
export type SentFile = { name: string; mime: string; bytes: Buffer }

/** One file, bytes; and all of one message, which a request has to carry. */
export const MAX_FILE = 10 * 1024 * 1024
export const MAX_FILES = 10

const KINDS: readonly UploadKind[] = ['picture', 'pdf', 'office', 'archive']
const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

/**
 * Keeps files that a person sends with a message, as private files of a company. Each is judged by its bytes, pictures
 * are drawn anew, what it is called in the storage tells nothing; all of them are checked before the first is kept.
 * @throws AppError `file.empty`, `file.tooLarge` 413, `file.typeRefused` 415, `file.mismatch` 415, `image.broken` 422, `files.tooMany` 422
 */
export async function storeSentFiles(req: PayloadRequest, actor: Actor, { company, files }: { company: string; files: readonly SentFile[] }): Promise<string[]> {
  if (files.length > MAX_FILES) throw new AppError('files.tooMany', { most: MAX_FILES }, { status: 422, field: 'files' })
  const checked = []
  for (const file of files) checked.push(await onField(() => check(req, file)))
  const ids: string[] = []
  for (const { title, bytes, mime, ending } of checked) {
    const made = await req.payload.create({
      collection: 'document-files',
      data: { title, company, internal: false },
      file: { data: bytes, mimetype: mime, name: `${randomUUID()}.${ending}`, size: bytes.length },
      depth: 0,
      req,
      overrideAccess: false,
    })
    const id = String(made.id)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await execute(req, sql`update document_files set sha256 = ${sha256}, uploader_id = ${actor.collection === 'users' ? actor.id : null} where id = ${id}`)
    ids.push(id)
  }
  return ids
}

type Checked = { title: string; bytes: Buffer; mime: string; ending: string }

async function check(req: PayloadRequest, { name, mime, bytes }: SentFile): Promise<Checked> {
  const { kind, ext, mime: actual } = await checkUpload({ buffer: bytes, filename: name, mime }, { allow: KINDS, maxBytes: MAX_FILE })
  const title = name.replace(/[\u0000-\u001f\u007f/\\]/g, ' ').trim().slice(-300)
  const drawn = kind === 'picture' ? await sanitizeImage(bytes, { maxBytes: MAX_FILE }) : null
  const kept = drawn ? { title, bytes: drawn.buffer, mime: drawn.mime, ending: ENDINGS[drawn.mime] ?? 'jpg' } : { title, bytes, mime: actual, ending: ext }
  const { mimeTypes = [] } = req.payload.collections['document-files'].config.upload
  if (!mimeTypes.includes(kept.mime)) throw new AppError('file.typeRefused', { allowed: 'pdf, jpg, png, webp, docx, xlsx, zip' }, { status: 415 })
  return kept
}

/** What is wrong with a file stands at the field of files. */
async function onField<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, error.params, { status: error.status, field: 'files', cause: error })
    throw error
  }
}
