import { errorText } from '../error-labels'
import { AppError, type ErrorCode } from '../errors'
import { defaultLocale, isLocale } from '../i18n'
import { logger } from '../logger'
import { readableCall } from './readable'

type Handler<Args> = (request: Request, args: Args) => Promise<Response>

/** Pictures are drawn again and again; what they show of a person is no secret of an hour. */
const PICTURES = /^\/api\/media\/file\//

/**
 * Answers of the API belong to the one who asked: nothing between keeps them, and a browser that is led to one of
 * them runs nothing. What a handler says itself stays. What cannot be read at all is refused before any handler.
 */
export function withApiHeaders<Args>(handler: Handler<Args>): Handler<Args> {
  return async (request, args) => {
    const call = await readableCall(request)
    const answer =
      'code' in call
        ? said(request, call.code, call.code === 'request.tooLarge' ? 413 : 400)
        : await handled(handler, call.request, args)
    const headers = new Headers(answer.headers)
    const set = (name: string, value: string): void => {
      if (!headers.has(name)) headers.set(name, value)
    }
    const picture = PICTURES.test(new URL(request.url).pathname) && answer.ok
    set('cache-control', picture ? 'private, max-age=300' : 'private, no-store')
    set('x-content-type-options', 'nosniff')
    if (headers.get('content-type')?.startsWith('application/json'))
      set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
  }
}

async function handled<Args>(handler: Handler<Args>, request: Request, args: Args): Promise<Response> {
  try {
    const answer = await handler(request, args)
    // Payload says so of collections without addresses of their own: to whoever asks there is nothing.
    return answer.status === 501 ? said(request, 'record.notFound', 404) : answer
  } catch (error) {
    logger.error({ err: error }, 'request failed')
    return said(request, 'unexpected', 500)
  }
}

function said(request: Request, code: ErrorCode, status: number): Response {
  const asked = request.headers.get('accept-language')?.slice(0, 2)
  const message = errorText(new AppError(code), isLocale(asked) ? asked : defaultLocale)
  return Response.json(
    { code, message, errors: [{ name: 'AppError', message, data: { code, params: {} } }] },
    { status },
  )
}
