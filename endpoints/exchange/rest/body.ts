import iconv from 'iconv-lite'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { readBody } from '@/src/lib/http/readBody'
import { isDeeper, wellFormed, wellFormedDeep } from '@/src/lib/wellFormed'

/** 500 documents with a file each do not fit on purpose: files of that size go by multipart, one at a time. */
export const BODY_LIMIT = 32 * 1024 * 1024
export const MAX_ITEMS = 500

/** The whole body, read with a ceiling. @throws AppError `request.tooLarge` 413 */
export async function bytesOf(req: PayloadRequest, limit = BODY_LIMIT): Promise<Buffer> {
  // PayloadRequest is a web Request with more on it; its types make the stream optional.
  const bytes = await readBody(
    { headers: req.headers, body: req.body as ReadableStream<Uint8Array> | null | undefined },
    limit,
  )
  if (!bytes) throw new AppError('request.tooLarge', {}, { status: 413 })
  return bytes
}

/** Objects and lists inside each other: no item needs more than three. */
const DEEPEST = 32
/** What 1C and its partners write in; anything else would be guessed at. */
const CHARSETS = /^(?:utf-?8|utf-?16(?:le|be)?|windows-125\d|cp-?125\d|cp-?866|koi8-[ru]|iso-8859-\d{1,2}|us-ascii)$/i

/** JSON of the body, without signs that no text can hold. @throws AppError of `rawJsonOf` */
export async function jsonOf(req: PayloadRequest): Promise<unknown> {
  return wellFormedDeep(await rawJsonOf(req))
}

/**
 * JSON of the body as it came, in the encoding that its Content-Type names (UTF-8 when it names none).
 * @throws AppError `exchange.charset` 415, `exchange.notUtf8`, `exchange.brokenJson`, `exchange.tooDeep` 400
 */
async function rawJsonOf(req: PayloadRequest): Promise<unknown> {
  const text = textOf(
    await bytesOf(req),
    /charset\s*=\s*"?([^\s;"]+)/i.exec(req.headers.get('content-type') ?? '')?.[1] ?? 'utf-8',
  )
  const body = parsed(text)
  if (isDeeper(body, DEEPEST)) throw new AppError('exchange.tooDeep', { max: DEEPEST }, { status: 400 })
  return body
}

function textOf(bytes: Buffer, charset: string): string {
  if (!CHARSETS.test(charset) || !iconv.encodingExists(charset))
    throw new AppError('exchange.charset', { charset: wellFormed(charset).slice(0, 40) }, { status: 415 })
  if (!/^utf-?8$/i.test(charset)) return iconv.decode(bytes, charset)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('exchange.notUtf8', {}, { status: 400 })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('exchange.brokenJson', {}, { status: 400 })
  }
}

/** The items of a batch, as they came: each is cleaned by itself and says so. @throws AppError `exchange.notArray` 400, `exchange.tooMany` 413 */
export async function itemsOf(req: PayloadRequest): Promise<unknown[]> {
  const body = await rawJsonOf(req)
  if (!Array.isArray(body) || body.length === 0) throw new AppError('exchange.notArray', {}, { status: 400 })
  if (body.length > MAX_ITEMS) throw new AppError('exchange.tooMany', { max: MAX_ITEMS }, { status: 413 })
  return body
}

/** Fields and the one file of a multipart body. @throws AppError `input.malformed` 400 */
export async function formOf(
  req: PayloadRequest,
  limit: number,
): Promise<{ fields: Record<string, string>; file: Buffer | null }> {
  const bytes = await bytesOf(req, limit)
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': req.headers.get('content-type') ?? '' },
  })
    .formData()
    .catch(() => {
      throw new AppError('input.malformed', {}, { status: 400 })
    })
  const fields: Record<string, string> = {}
  let file: Buffer | null = null
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[wellFormed(name)] = wellFormed(value)
    else file ??= Buffer.from(await value.arrayBuffer())
  }
  return { fields, file }
}

export const isMultipart = (req: PayloadRequest): boolean =>
  /^multipart\/form-data/i.test(req.headers.get('content-type') ?? '')
