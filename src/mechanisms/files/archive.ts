import { finished } from 'node:stream/promises'
import { Readable, type PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'
import { isAppError } from '@/src/lib/errors'
import { logger } from '@/src/lib/logger'

export type ArchiveEntry = {
  /** The path within the archive. */
  name: string
  open: () => Promise<ReadableStream<Uint8Array>>
}

/**
 * Many files as one zip, made while it is read: one file open at a time, no faster than the reader takes it, and nothing
 * more is opened once the reader is gone. In place of a file that cannot be opened stands a text that says so.
 */
export function archiveOf(entries: readonly ArchiveEntry[], missing: string): ReadableStream<Uint8Array> {
  const zip = new ZipFile()
  // It is one; the package's type names only what can be read of it.
  const out = zip.outputStream as PassThrough
  let open: Readable | null = null
  const gone = new Promise<void>((resolve) => out.once('close', resolve))
  out.once('close', () => open?.destroy())
  zip.on('error', (error) => out.destroy(error))

  const fill = async (): Promise<void> => {
    for (const { name, open: start } of entries) {
      if (out.destroyed) return
      const bytes = await start().catch((error: unknown) => {
        if (!isAppError(error)) logger.warn({ err: error }, 'a file of an archive was not opened')
        return null
      })
      if (!bytes) {
        zip.addBuffer(Buffer.from(missing), `${name}.txt`)
        continue
      }
      // Node's web stream and the DOM's are one thing with two type names.
      open = Readable.fromWeb(bytes as Parameters<typeof Readable.fromWeb>[0])
      if (out.destroyed) return void open.destroy()
      zip.addReadStream(open, name, { compress: false })
      await Promise.race([finished(open), gone])
    }
    zip.end()
  }
  fill().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return Readable.toWeb(out) as ReadableStream<Uint8Array>
}
