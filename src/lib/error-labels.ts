import { errorLabel, errorLabels } from './error-words'
import { isAppError, type ErrorCode } from './errors'
import { say, type Locale, type Text } from './i18n'
import { isRefusedValue } from './refusedValue'

// The words themselves cost nothing to import in a browser.
export * from './error-words'

/** Who reads an error: an employee, of the panel or of the cabinet, is not sent to «your manager». */
export type Reader = 'staff' | 'users'

/** The reader that a person is, by the list they stand in and their role or kind in it. */
export const readerFor = (collection: 'staff' | 'users', role: unknown): Reader =>
  collection === 'staff' || role === 'employee' ? 'staff' : 'users'

/** The code of any error: its own, or one by its HTTP status, or `unexpected`. */
export function errorCode(error: unknown): ErrorCode {
  if (isAppError(error)) return error.code
  if (!(error instanceof Error)) return 'unexpected'
  if (error.name === 'ZodError' || error.name === 'ValidationError' || isRefusedValue(error)) return 'input.invalid'
  const status = 'status' in error ? error.status : undefined
  return typeof status === 'number' ? (BY_STATUS[status] ?? 'unexpected') : 'unexpected'
}

/** What to tell a person about an error, in words; an unknown code never leaks its text. */
export function errorText(error: unknown, locale: Locale, reader: Reader = 'users'): string {
  // An error that is none of ours has no params: it gets the plain words of its status.
  if (!isAppError(error)) return say(plainLabel(errorCode(error)), locale, { reader })
  return say(errorLabel(error.code) ?? errorLabels.unexpected, locale, { reader, ...error.params })
}

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'input.invalid',
  401: 'auth.required',
  403: 'access.denied',
  404: 'record.notFound',
  409: 'record.changed',
  413: 'request.tooLarge',
  422: 'input.invalid',
  429: 'rate.limited',
  503: 'service.unavailable',
}

const isPlain = (code: string): code is keyof typeof errorLabels => Object.hasOwn(errorLabels, code)

const plainLabel = (code: string): Text => (isPlain(code) ? errorLabels[code] : errorLabels.unexpected)
