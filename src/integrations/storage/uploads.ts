import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '@/src/lib/errors'
import { KINDS, type UploadKind } from './kinds'

export type UploadInput = { buffer: Buffer; filename: string; /** what the browser said */ mime: string }

export type UploadRule = {
  allow: readonly UploadKind[]
  /** Narrows the kinds to files of these MIME types. */
  mimeTypes?: readonly string[]
  maxBytes: number
}

export type CheckedUpload = { kind: UploadKind; ext: string; /** by the bytes, not by what was said */ mime: string }

/**
 * Lets a file in only when its bytes, its ending and its declared MIME type agree and are on the list. SVG, HTML and
 * XML are never on it. Throws AppError `file.empty`, `file.tooLarge` (413), `file.typeRefused`, `file.mismatch` (415).
 */
export async function checkUpload({ buffer, filename, mime }: UploadInput, rule: UploadRule): Promise<CheckedUpload> {
  if (buffer.length === 0) throw new AppError('file.empty')
  if (buffer.length > rule.maxBytes) {
    throw new AppError('file.tooLarge', { max: Math.floor(rule.maxBytes / 1024 / 1024) }, { status: 413 })
  }
  const ext = /\.([A-Za-z0-9]{1,8})$/.exec(filename)?.[1]?.toLowerCase() ?? ''
  const kind = rule.allow.find((name) => Object.hasOwn(KINDS[name], ext))
  const expected = kind === undefined ? undefined : KINDS[kind][ext]
  if (kind === undefined || expected === undefined || !isTaken(expected, rule)) throw refusedType(rule)

  const actual = kind === 'text' ? textMime(buffer, ext) : (await fileTypeFromBuffer(buffer))?.mime
  if (actual === undefined || !expected.includes(actual)) throw mismatch()
  if (!saysTheSame(mime, expected)) throw mismatch()
  return { kind, ext, mime: actual === 'application/x-cfb' ? (expected.at(-1) ?? actual) : actual }
}

function saysTheSame(declared: string, expected: readonly string[]): boolean {
  const bare = declared.split(';')[0]?.trim().toLowerCase() ?? ''
  return bare === '' || bare === 'application/octet-stream' || expected.includes(bare)
}

/** Text has no signature: no zero bytes, nothing that another kind claims, no markup that a browser might run. */
function textMime(buffer: Buffer, ext: string): string | undefined {
  if (buffer.includes(0)) return undefined
  const head = buffer.subarray(0, 4_096).toString('latin1').toLowerCase()
  if (/<(!doctype|\?xml|html|head|body|script|svg|iframe|object|embed|img|style|meta|link|a\s)/.test(head))
    return undefined
  if (/^(%pdf|pk\x03\x04|gif8|\xff\xd8\xff|\x89png|mz|#!)/.test(head)) return undefined
  return ext === 'csv' ? 'text/csv' : 'text/plain'
}

const isTaken = (mimes: readonly string[], { mimeTypes }: UploadRule): boolean =>
  !mimeTypes || mimes.some((mime) => mimeTypes.includes(mime))

function refusedType(rule: UploadRule): AppError {
  const endings = rule.allow.flatMap((kind) => Object.entries(KINDS[kind]).filter(([, mimes]) => isTaken(mimes, rule)))
  return new AppError('file.typeRefused', { allowed: endings.map(([ending]) => ending).join(', ') }, { status: 415 })
}

function mismatch(): AppError {
  return new AppError('file.mismatch', {}, { status: 415 })
}
