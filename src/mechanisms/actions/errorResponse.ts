import type { PayloadRequest } from 'payload'
import { errorCode, errorText, issueText, readerFor, type Reader } from '@/src/lib/error-labels'
import { AppError, isAppError, type ErrorCode } from '@/src/lib/errors'
import { defaultLocale, isLocale, type Locale } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { isRefusedValue } from '@/src/lib/refusedValue'

/** The language to answer in: the person's own, then what the client asks for, then Russian. */
export function localeOf(req: PayloadRequest): Locale {
  const own = req.user && 'locale' in req.user ? req.user.locale : undefined
  if (isLocale(own)) return own
  const asked = req.headers?.get('accept-language')?.slice(0, 2)
  return isLocale(asked) ? asked : defaultLocale
}

/** Whether an employee asks, or a client. */
export const readerOf = ({ user }: PayloadRequest): Reader =>
  user ? readerFor(user.collection, 'kind' in user ? user.kind : undefined) : 'users'

/** An error as machines and people need it: `{ code, message, field?, params }` with its status, and when to come again. */
export function errorResponse(req: PayloadRequest, error: unknown): Response {
  const status = isAppError(error) ? error.status : statusOf(error)
  if (status >= 500) logger.error({ err: error }, 'request failed')
  const body = {
    code: errorCode(error),
    message: errorText(error, localeOf(req), readerOf(req)),
    ...(isAppError(error)
      ? {
          params: error.params,
          ...(error.field ? { field: error.field } : {}),
          ...(error.issues
            ? { issues: error.issues.map((issue) => ({ ...issue, message: issueText(issue, localeOf(req)) })) }
            : {}),
        }
      : {}),
  }
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (isAppError(error) && typeof error.params.seconds === 'number')
    headers.set('retry-after', String(error.params.seconds))
  return Response.json(body, { status, headers })
}

/** The same where a file was asked for: whoever opened the address in a browser reads a sentence. */
export function fileRefusal(req: PayloadRequest, error: unknown): Response {
  const answer = errorResponse(req, error)
  if (!req.headers.get('accept')?.includes('text/html')) return answer
  const headers = new Headers(answer.headers)
  headers.set('content-type', 'text/plain; charset=utf-8')
  return new Response(errorText(error, localeOf(req), readerOf(req)), { status: answer.status, headers })
}

/** An answer that is a refusal and nothing else. */
export const refusalResponse = (req: PayloadRequest, code: ErrorCode, status: number): Response =>
  errorResponse(req, new AppError(code, {}, { status }))

function statusOf(error: unknown): number {
  if (isRefusedValue(error)) return 400
  if (error && typeof error === 'object' && 'status' in error && typeof error.status === 'number') return error.status
  return 500
}
