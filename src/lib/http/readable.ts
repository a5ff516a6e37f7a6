import { bodyLimit } from './bodyLimit'
import { readBody } from './readBody'
import type { ErrorCode } from '../errors'

/** Deeper than anything that the portal is ever sent. */
const DEEPEST = 40

/** Whether the path of an address is text: UTF-8 under its percent signs, and no NUL in it. */
export function isPlainPath(path: string): boolean {
  try {
    return isPlainText(decodeURIComponent(path))
  } catch {
    return false
  }
}

/**
 * A call of the API whose body has been read, once and under its ceiling; or why it cannot be read, as a code: what comes
 * further is text, JSON and forms that whoever reads them can read. Bodies of the exchange are its own affair and are not
 * touched, unless they are questions, which no 1C asks.
 */
export async function readableCall(request: Request): Promise<{ request: Request } | { code: ErrorCode }> {
  const { pathname, searchParams } = new URL(request.url)
  if (!isPlainPath(pathname)) return { code: 'path.malformed' }
  if (!isPlainQuery(searchParams)) return { code: 'query.malformed' }
  if (!isQuestion(request.headers) && (request.body === null || /^\/api\/1c(?:\/|$)/.test(pathname))) return { request }
  const { url, method, headers, signal } = request
  const bytes = await readBody(request, bodyLimit(headers.get('content-type'))).catch(() => undefined)
  if (!bytes) return { code: bytes === null ? 'request.tooLarge' : 'input.malformed' }
  const code =
    (await bodyFault(bytes, headers)) ?? (isQuestion(headers) ? questionFault(bytes, headers, searchParams) : null)
  if (code) return { code }
  // Some methods carry no body, whatever their headers say.
  return {
    request:
      method === 'GET' || method === 'HEAD' ? request : new Request(url, { method, headers, signal, body: bytes }),
  }
}

/** A question sent as a body, for being too long for an address: it cannot be empty. */
const isQuestion = (headers: Headers): boolean =>
  ['x-payload-http-method-override', 'x-http-method-override'].some((name) => headers.get(name) === 'GET')

/** Payload reads these as JSON when they are plain text, and stumbles over anything else. */
const isPlainQuery = (asked: URLSearchParams): boolean =>
  [...asked].flat().every(isPlainText) &&
  ['where', 'data'].flatMap((name) => asked.getAll(name)).every((text) => text === '' || isPlainJson(text))

/** Payload glues what a body asks to the address, as it is: it must be a query itself, and the only one. */
function questionFault(bytes: Buffer<ArrayBuffer>, headers: Headers, inAddress: URLSearchParams): ErrorCode | null {
  const text = new TextDecoder().decode(bytes)
  if (text !== '' && inAddress.size > 0) return 'query.malformed'
  if (!headers.get('content-type')?.startsWith('application/json'))
    return isPlainQuery(new URLSearchParams(text)) ? null : 'query.malformed'
  const { locale = '', fallbackLocale = '' } = JSON.parse(text) as Record<string, unknown> // bodyFault has read it
  return [locale, fallbackLocale].every((name) => typeof name === 'string' && /^[\w-]*$/.test(name))
    ? null
    : 'query.malformed'
}

/** Longer than any JSON that people send: what is not even that is told its size, not its signs. */
const LONGEST_JSON = 1024 * 1024

async function bodyFault(bytes: Buffer<ArrayBuffer>, headers: Headers): Promise<ErrorCode | null> {
  const said = headers.get('content-type') ?? ''
  const type = said.toLowerCase()
  if (type.startsWith('multipart/')) {
    // A boundary is read as it is written.
    const form = await new Response(bytes, { headers: { 'content-type': said } }).formData().catch(() => null)
    if (!form) return 'input.malformed'
    const [words, file] = [form.get('_payload'), form.get('file')]
    // A file that is described instead of sent.
    const isPlain = typeof file !== 'string' && (words === null || (typeof words === 'string' && isPlainJson(words)))
    return isPlain &&
      [...form].every(([name, value]) => isPlainText(name) && (typeof value === 'string' || isPlainText(value.name)))
      ? null
      : 'input.malformed'
  }
  if (!type.startsWith('application/json')) return null
  const text = new TextDecoder().decode(bytes)
  if ((text === '' && !isQuestion(headers)) || isPlainJson(text)) return null
  return text.length > LONGEST_JSON ? 'request.tooLarge' : 'input.malformed'
}

/** Whether it is JSON of an object or a list, no deeper than sense, in which every text is one that can be kept. */
function isPlainJson(text: string): boolean {
  let level: unknown[]
  try {
    level = [JSON.parse(text)]
  } catch {
    return false
  }
  if (typeof level[0] !== 'object' || level[0] === null) return false
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST || !level.every((value) => typeof value !== 'string' || isPlainText(value))) return false
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Array.isArray(value) ? value : Object.entries(value).flat()) : [],
    )
  }
  return true
}

/** No NUL, which no column holds, and no half of a character. */
const isPlainText = (text: string): boolean => !text.includes('\0') && !/\p{Cs}/u.test(text)
