import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { isAppError } from '@/src/lib/errors'
import { refuse } from '../commerceml/refusal'
import { archivePath, isArchiveName } from './names'
import { entryName } from './zip-names'

export type UnzipLimits = {
  maxEntries: number
  /** Bytes of everything unpacked, counted as they come out, not as declared. */
  maxTotalBytes: number
  maxEntryBytes: number
  /** Unpacked to packed, of one entry and of the whole archive, once past `freeBytes`. */
  maxRatio: number
  freeBytes: number
}

export const defaultUnzipLimits: UnzipLimits = {
  maxEntries: 200_000,
  maxTotalBytes: 8 * 1024 ** 3,
  maxEntryBytes: 2 * 1024 ** 3,
  maxRatio: 200,
  freeBytes: 16 * 1024 ** 2,
}

export type UnzippedFile = { name: string; path: string; size: number }

/**
 * Unpacks a zip that lies on disk into `target`, which is replaced as a whole: either all of the archive stands there or
 * nothing has changed. Archives inside the archive are not unpacked nor written (`ignored`).
 *
 * @throws AppError `zip.broken`, `zip.unsafeName`, `zip.notAFile` (links, devices), `zip.encrypted`,
 *   `zip.repeatedName`, `zip.limit` {what, limit}
 */
export async function unzip(
  file: string,
  target: string,
  limits: Partial<UnzipLimits> = {},
): Promise<{ files: UnzippedFile[]; ignored: string[] }> {
  const caps = { ...defaultUnzipLimits, ...limits }
  const folder = `${target}.${randomBytes(6).toString('hex')}.tmp`
  await mkdir(folder, { recursive: true })
  try {
    const { files, ignored } = await unpackInto(file, folder, caps)
    await rm(target, { recursive: true, force: true })
    await rename(folder, target)
    return { files: files.map((one) => ({ ...one, path: path.join(target, ...one.name.split('/')) })), ignored }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (isAppError(error) || isSystemError(error)) throw error
    throw refuse('zip.broken', { reason: error instanceof Error ? error.message.slice(0, 200) : String(error) })
  }
}

/** Archives inside a zip, by their names: they are never unpacked. */
export async function innerArchives(file: string): Promise<string[]> {
  const zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false })
  const found: string[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry)
      if (isArchiveName(name)) found.push(shown(name))
    }
  } finally {
    zip.close()
  }
  return found
}

/** A full disk is our fault, not the archive's. zlib's errors carry codes too, but no system call. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

async function unpackInto(
  file: string,
  folder: string,
  caps: UnzipLimits,
): Promise<{ files: UnzippedFile[]; ignored: string[] }> {
  const archiveBytes = (await stat(file)).size
  const zip = await yauzl.openPromise(file, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  })
  const files: UnzippedFile[] = []
  const ignored: string[] = []
  const seen = new Set<string>()
  let entries = 0
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      entries += 1
      if (entries > caps.maxEntries) throw refuse('zip.limit', { what: 'entries', limit: caps.maxEntries })
      const name = entryName(entry)
      const parts = archivePath(name)
      if (!parts) throw refuse('zip.unsafeName', { name: shown(name) })
      refuseSpecial(entry, name)
      const key = parts.join('/')
      if (/[\\/]$/.test(name)) continue
      if (seen.has(key)) throw refuse('zip.repeatedName', { name: shown(name) })
      seen.add(key)
      if (isArchiveName(key)) {
        ignored.push(key)
        continue
      }
      const place = path.join(folder, ...parts)
      await mkdir(path.dirname(place), { recursive: true })
      const size = await writeEntry(zip, entry, place, (sofar) =>
        checkSizes(caps, entry, sofar, total + sofar, archiveBytes),
      )
      total += size
      files.push({ name: key, path: place, size })
    }
  } finally {
    zip.close()
  }
  return { files, ignored }
}

function checkSizes(caps: UnzipLimits, entry: Entry, sofar: number, total: number, archiveBytes: number): void {
  if (sofar > caps.maxEntryBytes) throw refuse('zip.limit', { what: 'entryBytes', limit: caps.maxEntryBytes })
  if (total > caps.maxTotalBytes) throw refuse('zip.limit', { what: 'totalBytes', limit: caps.maxTotalBytes })
  const entryRatio = sofar > caps.freeBytes && sofar > entry.compressedSize * caps.maxRatio
  // Entries that overlap share their packed bytes: only the whole shows it.
  const wholeRatio = total > caps.freeBytes && total > archiveBytes * caps.maxRatio
  if (entryRatio || wholeRatio) throw refuse('zip.limit', { what: 'ratio', limit: caps.maxRatio })
}

const TYPE_MASK = 0o170000
const REGULAR = 0o100000
const DIRECTORY = 0o040000
const MODE_SHIFT = 16

function refuseSpecial(entry: Entry, name: string): void {
  const type = (entry.externalFileAttributes >>> MODE_SHIFT) & TYPE_MASK
  if (type !== 0 && type !== REGULAR && type !== DIRECTORY) throw refuse('zip.notAFile', { name: shown(name) })
  if (entry.isEncrypted()) throw refuse('zip.encrypted', { name: shown(name) })
}

function shown(name: string): string {
  return name.replace(/[\u0000-\u001f]/g, '?').slice(0, 120)
}

async function writeEntry(zip: ZipFile, entry: Entry, place: string, check: (sofar: number) => void): Promise<number> {
  let size = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      try {
        check(size)
        done(null, chunk)
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)))
      }
    },
  })
  const source = await zip.openReadStreamPromise(entry)
  // `wx`: never through a link and never over a file that is there.
  await pipeline(source, counter, createWriteStream(place, { flags: 'wx' }))
  return size
}
