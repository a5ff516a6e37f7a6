import type { PayloadRequest } from 'payload'
import { checkUpload } from '@/src/integrations/storage/uploads'
import type { UploadKind } from '@/src/integrations/storage/kinds'
import { AppError } from '@/src/lib/errors'

/** A file as a browser sends it. */
export type SentFile = { name: string; mime: string; bytes: Buffer }

/** One file, bytes; and how many of them one message takes. */
const MAX_FILE = 10 * 1024 * 1024
export const MAX_FILES = 10

const KINDS: readonly UploadKind[] = ['picture', 'pdf', 'office', 'archive']

/**
 * Keeps files that a person sends with a message, as private files of a company: by the road of every file, as the
 * person. All of them are judged before the first is kept.
 * @throws AppError `file.empty`, `file.tooLarge` 413, `file.typeRefused` 415, `file.mismatch` 415, `image.broken` 422, `files.tooMany` 422
 */
export async function storeSentFiles(
  req: PayloadRequest,
  { company, files }: { company: string; files: readonly SentFile[] },
): Promise<string[]> {
  if (files.length > MAX_FILES)
    throw new AppError('files.tooMany', { most: MAX_FILES }, { status: 422, field: 'files' })
  const { mimeTypes = [] } = req.payload.collections['document-files'].config.upload
  for (const { name, mime, bytes } of files)
    await onField(() =>
      checkUpload({ buffer: bytes, filename: name, mime }, { allow: KINDS, mimeTypes, maxBytes: MAX_FILE }),
    )
  const ids: string[] = []
  for (const file of files) ids.push(await onField(() => keep(req, company, file)))
  return ids
}

async function keep(req: PayloadRequest, company: string, { name, mime, bytes }: SentFile): Promise<string> {
  const made = await req.payload.create({
    collection: 'document-files',
    data: {
      title: name
        .replace(/[\u0000-\u001f\u007f/\\]/g, ' ')
        .trim()
        .slice(-300),
      company,
      internal: false,
    },
    file: { data: bytes, mimetype: mime, name, size: bytes.length },
    depth: 0,
    req,
    overrideAccess: false,
  })
  return String(made.id)
}

/** What is wrong with a file stands at the field of files. */
async function onField<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError)
      throw new AppError(error.code, error.params, { status: error.status, field: 'files', cause: error })
    throw error
  }
}
