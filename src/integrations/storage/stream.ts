import { createReadStream } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { AppError } from '@/src/lib/errors'
import { contentDisposition } from './disposition'
import { parseRange } from './range'

export type FileSource = {
  size: number
  modified?: Date
  /** both ends included; the whole file without a range */
  read(range?: { start: number; end: number }): ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>
}

export type StreamOptions = {
  /** the name that a person gets */
  name: string
  mime: string
  request: Request
  /** shows it in the browser (a preview of a PDF or a picture); otherwise it is saved */
  inline?: boolean
}

/** Kinds that a browser shows without running anything in them. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'])

/**
 * The answer that carries a private file: one Range, HEAD, a safe name, no sniffing, no shared cache.
 * The caller has checked access. 416 when the range lies outside.
 */
export async function streamFile(source: FileSource, options: StreamOptions): Promise<Response> {
  const inline = options.inline === true && SHOWN.has(options.mime)
  const headers = new Headers({
    'Content-Type': options.mime,
    'Content-Disposition': contentDisposition(options.name, inline ? 'inline' : 'attachment'),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
  })
  if (source.modified) headers.set('Last-Modified', source.modified.toUTCString())

  const asked = options.request.headers.get('if-range') ? null : options.request.headers.get('range')
  const range = parseRange(asked, source.size)
  if (range === 'outside') {
    headers.set('Content-Range', `bytes */${source.size}`)
    headers.delete('Content-Disposition')
    return new Response(null, { status: 416, headers })
  }
  headers.set('Content-Length', String(range ? range.end - range.start + 1 : source.size))
  if (range) headers.set('Content-Range', `bytes ${range.start}-${range.end}/${source.size}`)
  const body = options.request.method === 'HEAD' || source.size === 0 ? null : await source.read(range ?? undefined)
  return new Response(body, { status: range ? 206 : 200, headers })
}

/**
 * A file of a folder by its bare name. Throws AppError `record.notFound` (404) for a missing file, for a folder,
 * and for any name that leads out of `dir`, by dots or by a link.
 */
export async function localFile(dir: string, name: string): Promise<FileSource> {
  if (name !== path.basename(name) || name === '' || name.startsWith('.') || name.includes('\0')) throw missing()
  const file = await realpath(path.join(dir, name)).catch(() => null)
  if (!file || path.dirname(file) !== (await realpath(dir))) throw missing()
  const handle = await open(file, 'r')
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw missing()
    return {
      size: stat.size,
      modified: stat.mtime,
      // Node's web stream and the DOM's are one thing with two type names.
      read: (range) => Readable.toWeb(createReadStream(file, range)) as ReadableStream<Uint8Array>,
    }
  } finally {
    await handle.close()
  }
}

function missing(): AppError {
  return new AppError('record.notFound', {}, { status: 404 })
}
