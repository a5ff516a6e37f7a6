import type { AfterErrorHook } from 'payload'
import { errorCode, errorText } from '@/src/lib/error-labels'
import { isAppError } from '@/src/lib/errors'
import { logger } from '@/src/lib/logger'
import { isRefusedValue } from '@/src/lib/refusedValue'
import { localeOf, readerOf } from '@/src/mechanisms/actions/errorResponse'

/**
 * Payload's own REST and panel show an error's message: an AppError carries a code, so its words are put there. What
 * the database could not read was sent by the caller, and is said to be so.
 */
export const sayErrors: AfterErrorHook = ({ error, req }) => {
  if (isRefusedValue(error)) {
    const code = errorCode(error)
    logger.warn({ err: error }, 'the database refused a value')
    return { status: 400, response: { errors: [{ name: 'AppError', message: errorText(error, localeOf(req), readerOf(req)), data: { code, params: {} } }] } }
  }
  if (!isAppError(error)) return
  if (error.status >= 500) logger.error({ err: error }, 'request failed')
  return { status: error.status, response: { errors: [{ name: error.name, message: errorText(error, localeOf(req), readerOf(req)), data: error.data }] } }
}
