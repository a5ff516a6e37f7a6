const MAX_SEGMENTS = 12
const MAX_SEGMENT_BYTES = 200
const CONTROL = /[\u0000-\u001f\u007f]/

/**
 * A path inside an archive as its parts, if it can only mean a place under the folder it is unpacked into. Windows
 * programs part folders by backslashes. `null` for anything else: absolute, `..`, a drive letter or stream (`:`), NUL
 * and other controls.
 */
export function archivePath(name: string): string[] | null {
  const path = name.replaceAll('\\', '/')
  if (path === '' || CONTROL.test(path) || path.includes(':') || path.startsWith('/')) return null
  const parts = path.replace(/\/$/, '').split('/')
  return usable(parts) ? parts : null
}

/** What Windows, where 1C runs, lets no file be called by. */
const OUTSIDE = /[<>:"|?*]/g

/**
 * The name that 1C gives a file (`import_files/ab/….jpg`, `v8_1A2.zip`), as parts of a path: folders kept, backslashes
 * read as slashes, signs that no file on Windows has replaced by `_`. `null` when no honest name looks so.
 */
export function spoolPath(name: string): string[] | null {
  if (CONTROL.test(name)) return null
  const parts = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '..' ? part : part.replace(OUTSIDE, '_').trim()))
  return usable(parts) ? parts : null
}

function usable(parts: string[]): boolean {
  if (parts.length === 0 || parts.length > MAX_SEGMENTS) return false
  return parts.every(
    (part) => part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= MAX_SEGMENT_BYTES,
  )
}

const ARCHIVE = /\.(zip|rar|7z|gz|tgz|bz2|xz|tar)$/i

export function isArchiveName(name: string): boolean {
  return ARCHIVE.test(name)
}

/** Archive systems by their first bytes: only zip belongs to the protocol. */
const SYSTEMS: readonly [name: string, first: readonly number[]][] = [
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
]

/** Which other archive system a file comes from; undefined for a zip and for what is no archive. */
export function otherArchive(name: string, head: Uint8Array): string | undefined {
  const byBytes = SYSTEMS.find(([, first]) => first.every((byte, index) => head[index] === byte))?.[0]
  if (byBytes) return byBytes
  const byName = ARCHIVE.exec(name)?.[1]?.toLowerCase()
  return byName && byName !== 'zip' ? byName : undefined
}
