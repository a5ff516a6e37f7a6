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
 * Why a call of the API cannot be read, as a code, or null: what comes further is text, JSON and forms that whoever
 * reads them can read. Bodies of the exchange are its own affair and are not touched.
 */
export async function unreadable(request: Request): Promise<string | null> {
  const { pathname, searchParams } = new URL(request.url)
  if (!isPlainPath(pathname)) return 'path.malformed'
  if (![...searchParams].flat().every(isPlainText)) return 'query.malformed'
  // Payload reads these as JSON when they are plain text, and stumbles over anything else.
  if (!['where', 'data'].flatMap((name) => searchParams.getAll(name)).every((text) => text === '' || isPlainJson(text))) return 'query.malformed'
  if ((request.body === null && !isQuestion(request.headers)) || /^\/api\/1c(?:\/|$)/.test(pathname)) return null
  return bodyFault(request.clone(), request.headers)
}

/** A question sent as a body, for being too long for an address: it cannot be empty. */
const isQuestion = (headers: Headers): boolean => ['x-payload-http-method-override', 'x-http-method-override'].some((name) => headers.get(name) === 'GET')

/** Longer than any JSON that people send: what is not even that is told its size, not its signs. */
const LONGEST_JSON = 1024 * 1024

async function bodyFault(request: Request, headers: Headers): Promise<string | null> {
  const type = headers.get('content-type')?.toLowerCase() ?? ''
  if (type.startsWith('multipart/')) {
    const form = await request.formData().catch(() => null)
    if (!form) return 'input.malformed'
    const [words, file] = [form.get('_payload'), form.get('file')]
    // A file that is described instead of sent.
    const isPlain = typeof file !== 'string' && (words === null || (typeof words === 'string' && isPlainJson(words)))
    return isPlain && [...form].every(([name, value]) => isPlainText(name) && (typeof value === 'string' || isPlainText(value.name))) ? null : 'input.malformed'
  }
  const text = await request.text().catch(() => null)
  if (text === null) return 'input.malformed'
  if (!type.startsWith('application/json') || (text === '' && !isQuestion(headers)) || isPlainJson(text)) return null
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
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? (Array.isArray(value) ? value : Object.entries(value).flat()) : []))
  }
  return true
}

/** No NUL, which no column holds, and no half of a character. */
const isPlainText = (text: string): boolean => !text.includes('\0') && !/\p{Cs}/u.test(text)
