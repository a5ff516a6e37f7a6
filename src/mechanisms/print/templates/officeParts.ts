import type { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { ZipFile } from 'yazl'
import { AppError, isAppError, type ErrorCode, type ErrorParams } from '@/src/lib/errors'
import './template.errors'

/** Parts of a DOCX or XLSX by their names, in their order. */
export type OfficeParts = Map<string, Buffer>

const MOST_PARTS = 500
const MOST_UNPACKED = 40 * 1024 * 1024
/** When every part was written: the same content makes the same file. */
const WRITTEN = new Date(Date.UTC(2000, 0, 1, 12))

export const templateRefusal = (code: ErrorCode, params: ErrorParams = {}, cause?: unknown): AppError =>
  new AppError(code, params, { status: 422, field: 'file', ...(cause === undefined ? {} : { cause }) })

/**
 * Takes an archive apart. What it says of its own size is not believed: bytes are counted as they come out.
 * @throws AppError `template.broken`, `template.swollen` 422
 */
export async function readParts(bytes: Buffer): Promise<OfficeParts> {
  try {
    return await unpacked(bytes)
  } catch (error) {
    throw isAppError(error) ? error : templateRefusal('template.broken', {}, error)
  }
}

async function unpacked(bytes: Buffer): Promise<OfficeParts> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  const parts: OfficeParts = new Map()
  let weight = 0
  let count = 0
  for await (const entry of zip.eachEntry()) {
    count += 1
    if (count > MOST_PARTS || weight + entry.uncompressedSize > MOST_UNPACKED) throw templateRefusal('template.swollen')
    if (entry.isEncrypted() || parts.has(entry.fileName)) throw templateRefusal('template.broken')
    if (entry.fileName.endsWith('/')) continue
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      pieces.push(piece as Buffer)
      weight += (piece as Buffer).length
      if (weight > MOST_UNPACKED) throw templateRefusal('template.swollen')
    }
    parts.set(entry.fileName, Buffer.concat(pieces))
  }
  return parts
}

/** Puts parts together; the same parts are the same bytes. */
export async function writeParts(parts: OfficeParts): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, { mtime: WRITTEN, mode: 0o100644 })
  zip.end()
  // It is one; the package's type names only what can be read of it.
  return buffer(zip.outputStream as PassThrough)
}

/** A part as text. @throws AppError `template.broken`, `template.entities` for what is not UTF-8 */
export function partText(parts: OfficeParts, name: string): string {
  const bytes = parts.get(name)
  if (!bytes) throw templateRefusal('template.broken')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw templateRefusal('template.entities', {}, cause)
  }
}
