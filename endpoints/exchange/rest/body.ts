import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'

/** 500 documents with a file each do not fit on purpose: files of that size go by multipart, one at a time. */
export const BODY_LIMIT = 32 * 1024 * 1024
export const MAX_ITEMS = 500

/** The whole body, read with a ceiling. @throws AppError `request.tooLarge` 413 */
export async function bytesOf(req: PayloadRequest, limit = BODY_LIMIT): Promise<Buffer> {
  const tooLarge = (): AppError => new AppError('request.tooLarge', {}, { status: 413 })
  if (Number(req.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  // PayloadRequest is a web Request with more on it; its types make the stream optional.
  const reader = (req.body as ReadableStream<Uint8Array> | null | undefined)?.getReader()
  if (!reader) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(value)
  }
}

/** JSON of the body. @throws AppError `exchange.brokenJson` 400 */
export async function jsonOf(req: PayloadRequest): Promise<unknown> {
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(await bytesOf(req))
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('exchange.brokenJson', {}, { status: 400 })
  }
}

/** The items of a batch. @throws AppError `exchange.notArray` 400, `exchange.tooMany` 413 */
export async function itemsOf(req: PayloadRequest): Promise<unknown[]> {
  const body = await jsonOf(req)
  if (!Array.isArray(body) || body.length === 0) throw new AppError('exchange.notArray', {}, { status: 400 })
  if (body.length > MAX_ITEMS) throw new AppError('exchange.tooMany', { max: MAX_ITEMS }, { status: 413 })
  return body
}

/** Fields and the one file of a multipart body. @throws AppError `input.malformed` 400 */
export async function formOf(req: PayloadRequest, limit: number): Promise<{ fields: Record<string, string>; file: Buffer | null }> {
  const bytes = await bytesOf(req, limit)
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': req.headers.get('content-type') ?? '' } })
    .formData()
    .catch(() => {
      throw new AppError('input.malformed', {}, { status: 400 })
    })
  const fields: Record<string, string> = {}
  let file: Buffer | null = null
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] = value
    else file ??= Buffer.from(await value.arrayBuffer())
  }
  return { fields, file }
}

export const isMultipart = (req: PayloadRequest): boolean => /^multipart\/form-data/i.test(req.headers.get('content-type') ?? '')
