import type { AfterErrorHook } from 'payload'
import { errorText } from '@/src/lib/error-labels'
import { isAppError } from '@/src/lib/errors'
import { logger } from '@/src/lib/logger'
import { localeOf, readerOf } from '@/src/mechanisms/actions/errorResponse'

/** Payload's own REST and panel show an error's message: an AppError carries a code, so its words are put there. */
export const sayErrors: AfterErrorHook = ({ error, req }) => {
  if (!isAppError(error)) return
  if (error.status >= 500) logger.error({ err: error }, 'request failed')
  return { status: error.status, response: { errors: [{ name: error.name, message: errorText(error, localeOf(req), readerOf(req)), data: error.data }] } }
}
