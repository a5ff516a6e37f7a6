import { errorText } from '../error-labels'
import { AppError } from '../errors'
import { defaultLocale, isLocale } from '../i18n'

type Handler<Args> = (request: Request, args: Args) => Promise<Response>

/** Pictures are drawn again and again; what they show of a person is no secret of an hour. */
const PICTURES = /^\/api\/media\/file\//

/**
 * Answers of the API belong to the one who asked: nothing between keeps them, and a browser that is led to one of
 * them runs nothing. What a handler says itself stays.
 */
export function sealed<Args>(handler: Handler<Args>): Handler<Args> {
  return async (request, args) => {
    const answer = isReadable(new URL(request.url).searchParams) ? await handler(request, args) : unreadable(request)
    const headers = new Headers(answer.headers)
    const set = (name: string, value: string): void => {
      if (!headers.has(name)) headers.set(name, value)
    }
    const picture = PICTURES.test(new URL(request.url).pathname) && answer.ok
    set('cache-control', picture ? 'private, max-age=300' : 'private, no-store')
    set('x-content-type-options', 'nosniff')
    if (headers.get('content-type')?.startsWith('application/json')) set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
  }
}

function unreadable(request: Request): Response {
  const asked = request.headers.get('accept-language')?.slice(0, 2)
  const error = new AppError('query.malformed')
  return Response.json({ ...error.data, message: errorText(error, isLocale(asked) ? asked : defaultLocale) }, { status: 400 })
}

/** Payload reads these as JSON when they are plain text, and stumbles over anything else. */
function isReadable(query: URLSearchParams): boolean {
  return ['where', 'data'].flatMap((name) => query.getAll(name)).every((text) => text === '' || isJson(text))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
