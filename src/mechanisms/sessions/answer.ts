import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { errorCode, errorText } from '@/src/lib/error-labels'
import { isAppError } from '@/src/lib/errors'
import { isLocale } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { readerOf } from '../actions/errorResponse'
import './session.labels'

/** Text fields of a request's body, JSON or form; anything else reads as empty. */
export async function bodyOf<Name extends string>(
  req: PayloadRequest,
  ...names: Name[]
): Promise<Record<Name, string>> {
  await addDataAndFileToRequest(req)
  const data: Record<string, unknown> = req.data ?? {}
  const text = (name: Name): string => {
    const value = data[name]
    return typeof value === 'string' ? value : ''
  }
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string> // one entry for each name
}

/** Runs the work of an account's endpoint; an error becomes an answer in words, as the panel reads it. */
export async function answerInWords(req: PayloadRequest, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const language = req.i18n?.language
    const code = errorCode(error)
    const status = isAppError(error) ? error.status : code === 'input.invalid' ? 422 : 500
    if (status >= 500) logger.error({ err: error, path: req.pathname }, 'an account request failed')
    const message = errorText(error, isLocale(language) ? language : 'ru', readerOf(req))
    const field = isAppError(error) ? error.field : undefined
    const headers = new Headers({ 'Cache-Control': 'no-store' })
    if (isAppError(error) && typeof error.params.seconds === 'number')
      headers.set('Retry-After', String(error.params.seconds))
    return Response.json(
      { errors: [{ name: 'AppError', message, data: { code, ...(field ? { field } : {}) } }] },
      { status, headers },
    )
  }
}
