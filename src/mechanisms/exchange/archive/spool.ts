import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, rename, rm, stat, statfs, unlink } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refuse } from '../commerceml/refusal'
import { headOf, placeOf } from './chunks'
import { foldersBelow, hasCode, ignoreMissing, listFolder, sizeOf, syncFolder, walkFolder, type Found } from './disk'
import { otherArchive, spoolPath } from './names'

export type SpoolLimits = {
  /** `file_limit` as 1C is told it: a shorter chunk is the last one of its file. */
  fullChunkBytes: number
  /** Bytes of one request. 1C keeps to `file_limit`, far below; some clients send a file whole whatever they were told. */
  maxChunkBytes: number
  maxFileBytes: number
  maxSessionBytes: number
  maxFiles: number
  /** What has to stay free on the disk after a chunk: the database may live there too. */
  minFreeBytes: number
}

export const defaultSpoolLimits: SpoolLimits = {
  fullChunkBytes: 4 * 1024 ** 2,
  maxChunkBytes: 1024 ** 3,
  maxFileBytes: 4 * 1024 ** 3,
  maxSessionBytes: 8 * 1024 ** 3,
  maxFiles: 200_000,
  minFreeBytes: 512 * 1024 ** 2,
}

/** A count of a session's files is believed for so long: another process may receive for it too. */
const COUNT_FRESH_MS = 30_000
const MOST_COUNTS = 1_000

export type SpooledFile = { name: string; path: string; size: number }

export type Spool = {
  /** Forgets everything of a session: `init`. */
  reset: (session: string) => Promise<void>
  /**
   * Adds a chunk to a file of the session; it is whole and on disk when this resolves, or has left no trace. A chunk that
   * comes again because its answer was lost changes nothing; a file that begins again takes the place of what was there.
   */
  append: (
    session: string,
    filename: string,
    body: AsyncIterable<Uint8Array>,
  ) => Promise<{ name: string; size: number }>
  /** Joins the chunks received so far into whole files and lists all files of the session, by name. */
  finish: (session: string) => Promise<SpooledFile[]>
  /** Whether a name of that kind has been received (chunks or whole). */
  has: (session: string, filename: string) => Promise<boolean>
  /** Removes the session's folder. */
  remove: (session: string) => Promise<void>
  /** Names of the sessions that have a folder, with the time of its last change. */
  sessions: () => Promise<{ name: string; changedAt: Date }[]>
  /** The session's own folder, for unpacking beside the files. */
  folder: (session: string) => string
}

const PARTS = 'parts'
const FILES = 'files'
const INCOMING = 'incoming'
/** The folder of a file's chunks; `|` cannot be part of a file's own name. */
const CHUNKS = '|'

/**
 * A spool of raw bytes under `root`, a folder a session. CommerceML has no offsets: chunks of one name are appended in
 * the order of arrival, and a session starts anew at `init`. Each chunk is a file of its own until `finish`: written
 * aside, fsynced, then linked to its number, so that a cut connection or a crash never leaves half a chunk. A name that
 * comes again after `finish` starts a new file; before it, `placeOf` says what a chunk is.
 *
 * @throws AppError `spool.unsafeName`, `spool.tooLarge`, `spool.tooMany`, `spool.diskFull`, `spool.otherArchive`, `file.empty`
 */
export function createSpool(
  root: string,
  given: Partial<SpoolLimits> = {},
  free: (folder: string) => Promise<number> = freeBytes,
): Spool {
  const limits = { ...defaultSpoolLimits, ...given }
  /** What a session holds, so that a cap needs no walk for every picture; counted again after a restart. */
  const held = new Map<string, { bytes: number; files: number; at: number }>()

  const folder = (session: string): string => {
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(session)) throw refuse('spool.unsafeName', { name: session.slice(0, 80) })
    return path.join(root, session)
  }
  const partsOf = (session: string, filename: string): { name: string; parts: string } => {
    const segments = spoolPath(filename)
    if (!segments) throw refuse('spool.unsafeName', { name: filename.slice(0, 120) })
    return { name: segments.join('/'), parts: path.join(folder(session), PARTS, ...segments, CHUNKS) }
  }
  const holding = async (session: string): Promise<{ bytes: number; files: number }> => {
    let found = held.get(session)
    if (!found || Date.now() - found.at > COUNT_FRESH_MS) {
      const all = [
        ...(await walkFolder(path.join(folder(session), PARTS))),
        ...(await walkFolder(path.join(folder(session), FILES))),
      ]
      found = { bytes: all.reduce((sum, one) => sum + one.size, 0), files: all.length, at: Date.now() }
      if (held.size > MOST_COUNTS) held.clear()
      held.set(session, found)
    }
    return found
  }

  return {
    folder,
    async sessions() {
      const entries = (await listFolder(root)).filter((entry) => entry.isDirectory())
      return Promise.all(
        entries.map(async ({ name }) => ({
          name,
          changedAt: (await stat(path.join(root, name)).catch(() => null))?.mtime ?? new Date(),
        })),
      )
    },
    async reset(session) {
      await rm(folder(session), { recursive: true, force: true })
      held.set(session, { bytes: 0, files: 0, at: Date.now() })
      await mkdir(folder(session), { recursive: true })
    },
    async append(session, filename, body) {
      const { name, parts } = partsOf(session, filename)
      const own = await holding(session)
      const before = await numbered(parts)
      if (before.length === 0 && own.files >= limits.maxFiles) throw refuse('spool.tooMany', { limit: limits.maxFiles })
      const stored = before.reduce((sum, one) => sum + one.size, 0)
      const room = Math.min(limits.maxChunkBytes, limits.maxFileBytes - stored, limits.maxSessionBytes - own.bytes)
      const temporary = path.join(folder(session), INCOMING, randomUUID())
      await mkdir(path.dirname(temporary), { recursive: true })
      const spare = (await free(folder(session))) - limits.minFreeBytes
      try {
        const limit =
          room === limits.maxChunkBytes ? limits.maxChunkBytes : Math.min(limits.maxFileBytes, limits.maxSessionBytes)
        const size = await writeDurably(temporary, body, room, limit, spare)
        const head = await headOf(temporary)
        const other = before.length === 0 ? otherArchive(name, head) : undefined
        if (other) throw refuse('spool.otherArchive', { name, system: other })
        const place = await placeOf({ path: temporary, size }, head, before, limits.fullChunkBytes)
        if (place === 'again') return { name, size: stored }
        if (place === 'anew') {
          await rm(parts, { recursive: true, force: true })
          own.bytes -= stored
        }
        await mkdir(parts, { recursive: true })
        await linkNext(temporary, parts, place === 'anew' ? 1 : before.length + 1)
        own.bytes += size
        if (before.length === 0) own.files += 1
        return { name, size: place === 'anew' ? size : stored + size }
      } finally {
        await unlink(temporary).catch(ignoreMissing)
      }
    },
    async finish(session) {
      const from = path.join(folder(session), PARTS)
      const to = path.join(folder(session), FILES)
      for (const directory of await foldersBelow(from)) {
        if (path.basename(directory) !== CHUNKS) continue
        await join(directory, path.join(to, path.relative(from, path.dirname(directory))), folder(session))
      }
      const files = await walkFolder(to)
      return files
        .map((one) => ({ name: path.relative(to, one.path).split(path.sep).join('/'), path: one.path, size: one.size }))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    },
    async has(session, filename) {
      const segments = spoolPath(filename)
      if (!segments) return false
      const { parts } = partsOf(session, filename)
      if ((await numbered(parts)).length > 0) return true
      return (await sizeOf(path.join(folder(session), FILES, ...segments))) !== null
    },
    async remove(session) {
      held.delete(session)
      await rm(folder(session), { recursive: true, force: true })
    },
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function writeDurably(
  file: string,
  body: AsyncIterable<Uint8Array>,
  room: number,
  limit: number,
  spare: number,
): Promise<number> {
  const handle = await open(file, 'wx')
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > room) throw refuse('spool.tooLarge', { limit })
      if (size > spare) throw refuse('spool.diskFull')
      await handle.write(chunk)
    }
    if (size === 0) throw refuse('file.empty')
    await handle.sync()
  } catch (error) {
    throw hasCode(error, 'ENOSPC') ? refuse('spool.diskFull') : error
  } finally {
    await handle.close()
  }
  return size
}

async function linkNext(file: string, parts: string, from: number): Promise<void> {
  for (let next = from; ; next += 1) {
    try {
      await link(file, path.join(parts, String(next).padStart(6, '0')))
      break
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
  }
  await syncFolder(parts)
}

/**
 * Chunks into one file at `target`: by rename when there is one, by copying aside when there are more. The chunks leave
 * as a whole folder after the file stands, so a crash in between only means the same copy again.
 */
async function join(directory: string, target: string, home: string): Promise<void> {
  const chunks = await numbered(directory)
  if (chunks.length === 0) return
  const temporary = path.join(home, INCOMING, randomUUID())
  await mkdir(path.dirname(temporary), { recursive: true })
  await mkdir(path.dirname(target), { recursive: true })
  const only = chunks.length === 1 ? chunks[0] : undefined
  if (only) {
    await rename(only.path, target)
  } else {
    for (const chunk of chunks)
      await pipeline(createReadStream(chunk.path), createWriteStream(temporary, { flags: 'a', flush: true }))
    await rename(temporary, target)
  }
  await syncFolder(path.dirname(target))
  await rename(directory, temporary)
  await rm(temporary, { recursive: true, force: true })
}

async function numbered(folder: string): Promise<Found[]> {
  const names = (await listFolder(folder)).filter((one) => one.isFile()).map((one) => one.name)
  const found: Found[] = []
  for (const name of names.sort()) {
    const file = path.join(folder, name)
    found.push({ path: file, size: (await sizeOf(file)) ?? 0 })
  }
  return found
}
