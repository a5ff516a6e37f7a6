import iconv from 'iconv-lite'

/** What the first bytes of a file say about its encoding. */
export type Sniffed = { encoding: string; bomLength: number }

const DECLARED = /^[\s\u00ef\u00bb\u00bf]*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/

/**
 * Chooses the encoding of an XML file from its first bytes.
 *
 * Order of trust: a BOM; then the bytes themselves; the declaration last. Exports exist that declare windows-1251 over
 * UTF-8 bytes (a web server re-encoded them) and the reverse. Cyrillic tag names put non-ASCII bytes into the first
 * hundred, and Cyrillic in windows-1251 is practically never valid UTF-8, so the bytes are the better witness.
 *
 * @param head the first bytes of the file; it may end in the middle of a character
 * @returns `encoding` as iconv-lite names it ('utf-8' when nothing speaks against it)
 */
export function sniffEncoding(head: Uint8Array): Sniffed {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', bomLength: 3 }
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', bomLength: 2 }
  if (startsWith(head, [0xfe, 0xff])) return { encoding: 'utf-16be', bomLength: 2 }
  if (startsWith(head, [0x3c, 0x00])) return { encoding: 'utf-16le', bomLength: 0 }
  if (startsWith(head, [0x00, 0x3c])) return { encoding: 'utf-16be', bomLength: 0 }

  const declared = declaredEncoding(head)
  const looks = looksLikeUtf8(head)
  if (looks === 'utf-8') return { encoding: 'utf-8', bomLength: 0 }
  if (looks === 'ascii') return { encoding: declared ?? 'utf-8', bomLength: 0 }
  return { encoding: declared && declared !== 'utf-8' ? declared : 'windows-1251', bomLength: 0 }
}

function declaredEncoding(head: Uint8Array): string | null {
  const name = DECLARED.exec(Buffer.from(head.subarray(0, 512)).toString('latin1'))?.[1]?.toLowerCase()
  if (!name || !iconv.encodingExists(name)) return null
  if (name === 'utf8' || name.startsWith('utf-16') || name.startsWith('utf-32') || name.startsWith('ucs'))
    return 'utf-8'
  return name
}

function startsWith(head: Uint8Array, bytes: number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte)
}

/** One broken byte does not make a UTF-8 file another encoding; Cyrillic in a one-byte encoding breaks nearly always. */
const VALID_TO_BROKEN = 4

/** 'ascii' when there is nothing to judge by; a character cut off by the end of `head` counts for nothing. */
function looksLikeUtf8(head: Uint8Array): 'utf-8' | 'ascii' | 'other' {
  let valid = 0
  let broken = 0
  for (let i = 0; i < head.length;) {
    if ((head[i] ?? 0) < 0x80) {
      i += 1
      continue
    }
    const length = sequenceLength(head[i] ?? 0)
    if (length > 0 && i + length > head.length) break
    if (length > 0 && continues(head, i, length)) {
      valid += 1
      i += length
    } else {
      broken += 1
      i += 1
    }
  }
  if (valid === 0 && broken === 0) return 'ascii'
  return valid >= broken * VALID_TO_BROKEN ? 'utf-8' : 'other'
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

function continues(head: Uint8Array, at: number, length: number): boolean {
  for (let k = 1; k < length; k += 1) if (((head[at + k] ?? 0) & 0xc0) !== 0x80) return false
  return true
}
