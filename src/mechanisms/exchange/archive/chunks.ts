import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Found } from './disk'

/** Beginnings of the files that an exchange sends: XML in its encodings, zip, pictures. */
const BEGINNINGS: readonly (readonly number[])[] = [
  [0x3c, 0x3f, 0x78, 0x6d, 0x6c],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x50, 0x4b, 0x03, 0x04],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x52, 0x49, 0x46, 0x46],
]

/** Whether bytes look like the first of a file rather than like its middle. */
const beginsAFile = (head: Uint8Array): boolean =>
  BEGINNINGS.some((first) => first.every((byte, index) => head[index] === byte))

const HEAD_BYTES = 16

/** The first bytes of a file. */
export async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/**
 * What a chunk is to those that its file has already. The protocol has no offsets, so the bytes have to tell:
 *
 * - the last chunk over again (its answer was lost): `again`;
 * - the first chunk over again, or the beginning of a file after a chunk shorter than `file_limit`, which ended the
 *   former: `anew`;
 * - anything else goes on: `next`. So does the middle of a file after a short chunk: some clients cut smaller than told.
 */
export async function placeOf(
  chunk: Found,
  head: Uint8Array,
  before: readonly Found[],
  fullChunkBytes: number,
): Promise<'next' | 'again' | 'anew'> {
  const first = before[0]
  const last = before.at(-1)
  if (!first || !last) return 'next'
  if (await sameBytes(chunk, last)) return 'again'
  if (before.length > 1 && (await sameBytes(chunk, first))) return 'anew'
  return last.size < fullChunkBytes && beginsAFile(head) ? 'anew' : 'next'
}

async function sameBytes(a: Found, b: Found): Promise<boolean> {
  if (a.size !== b.size) return false
  const [one, other] = await Promise.all([digestOf(a.path), digestOf(b.path)])
  return one === other
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file)) hash.update(bytes)
  return hash.digest('hex')
}
