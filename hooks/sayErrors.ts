import type { AfterErrorHook, PayloadRequest } from 'payload'
import { errorText } from '@/src/lib/error-labels'
import { AppError, isAppError } from '@/src/lib/errors'
import { logger } from '@/src/lib/logger'
import { isRefusedValue } from '@/src/lib/refusedValue'
import { localeOf, readerOf } from '@/src/mechanisms/actions/errorResponse'

type Inner = { path?: string; message?: string }

/**
 * What the panel and REST show of an error: an AppError carries a code, so its words are put there; what the database
 * could not read was sent by the caller, and is said to be so; what Payload says in English alone (uploads, limits) is
 * said by its status to whoever reads Russian.
 */
export const sayErrors: AfterErrorHook = ({ error, req, result }) => {
  const locale = localeOf(req)
  if (isRefusedValue(error, { question: isQuestion(req) })) {
    return {
      status: 400,
      response: {
        errors: [
          {
            name: 'AppError',
            message: errorText(new AppError('input.invalid'), locale, readerOf(req)),
            data: { code: 'input.invalid', params: {} },
          },
        ],
      },
    }
  }
  if (isAppError(error)) {
    if (error.status >= 500) logger.error({ err: error }, 'request failed')
    return {
      status: error.status,
      response: { errors: [{ name: error.name, message: errorText(error, locale, readerOf(req)), data: error.data }] },
    }
  }
  if (!result?.errors || locale === 'en') return
  const said = (message: string | undefined, path?: string): string | undefined => {
    if (message === undefined || /[а-яё]/i.test(message)) return message
    return path === 'file' ? errorText(new AppError('file.refused'), locale) : errorText(error, locale, readerOf(req))
  }
  const errors = result.errors.map((one) => {
    const inner = Array.isArray(one.data?.errors) ? (one.data.errors as Inner[]) : null // a ValidationError's list of fields
    const data = inner
      ? { ...one.data, errors: inner.map((it) => ({ ...it, message: said(it.message, it.path) })) }
      : one.data
    return { ...one, message: said(one.message), ...(data ? { data } : {}) }
  })
  return { response: { ...result, errors } }
}

/** Whether somebody said what to look for or how to order it: Payload makes SQL of that. */
const isQuestion = ({ query }: PayloadRequest): boolean =>
  ['where', 'sort', 'joins'].some((name) => query?.[name] !== undefined)
