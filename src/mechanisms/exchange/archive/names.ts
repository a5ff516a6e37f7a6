const MAX_SEGMENTS = 12
const MAX_SEGMENT_BYTES = 200
const CONTROL = /[\u0000-\u001f\u007f]/

/**
 * A path inside an archive as its parts, if it can only mean a place under the folder it is unpacked into.
 * `null` for anything else: absolute, `..`, a backslash, a drive letter or stream (`:`), NUL and other controls.
 */
export function archivePath(name: string): string[] | null {
  if (name === '' || CONTROL.test(name) || name.includes('\\') || name.includes(':') || name.startsWith('/')) return null
  const parts = name.replace(/\/$/, '').split('/')
  return usable(parts) ? parts : null
}

const OUTSIDE = /[^\p{L}\p{N}\p{M}._ ()+,@=~-]/gu

/**
 * The name that 1C gives a file (`import_files/ab/….jpg`, `v8_1A2.zip`), as parts of a path: folders kept, backslashes
 * read as slashes, signs that no 1C writes replaced by `_`. `null` when no honest name looks so.
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
  return parts.every((part) => part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= MAX_SEGMENT_BYTES)
}

const ARCHIVE = /\.(zip|rar|7z|gz|tgz|bz2|xz|tar)$/i

export function isArchiveName(name: string): boolean {
  return ARCHIVE.test(name)
}
