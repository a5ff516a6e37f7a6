import type { Text } from './i18n'

/** What the words of a code are filled with; a Text is said in the reader's language. */
export type ErrorParams = Record<string, string | number | Text>

export type AppErrorOptions = {
  /** HTTP status of the answer; 400 when left out. */
  status?: number
  /** Path of the form field that is to blame, as the form names it. */
  field?: string
  /** Everything that is wrong with a form, when it is more than one thing; the first is the error itself. */
  issues?: readonly FieldIssue[]
  cause?: unknown
}

/** Codes that have words: whoever writes the words adds their codes, so that a code without words does not compile. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where the words are
export interface ErrorCodes {}
export type ErrorCode = keyof ErrorCodes

/** One wrong field of a form. */
export type FieldIssue = { field: string; code: ErrorCode; params: ErrorParams }

/**
 * The one error that a person may see. It carries a code, never words: words come from `error-labels.ts`.
 *
 * It is a plain Error with the fields that Payload's `routeError` reads (`status`, `isPublic`,
 * `isOperational`, `data`), so this file costs nothing to import in a browser or a worker.
 * From 500 upwards the error is not public: Payload then answers «Something went wrong».
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly status: number
  readonly params: ErrorParams
  readonly field?: string
  readonly issues?: readonly FieldIssue[]
  readonly isPublic: boolean
  readonly isOperational = true
  readonly data: { code: ErrorCode; params: ErrorParams; field?: string }

  constructor(code: ErrorCode, params: ErrorParams = {}, options: AppErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.params = params
    this.status = options.status ?? 400
    if (options.field !== undefined) this.field = options.field
    if (options.issues && options.issues.length > 1) this.issues = options.issues
    this.isPublic = this.status < 500
    this.data = { code, params, ...(options.field === undefined ? {} : { field: options.field }) }
  }

  toJSON(): { code: ErrorCode; params: ErrorParams; field?: string } {
    return this.data
  }
}

/** Tells an AppError by its shape, so that it also holds between two bundles that each carry the class. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error && 'params' in error
}

/** An error whose code was kept or came from outside, where no compiler reads it; one that is unknown has the plain words of «unexpected». */
export const errorOfCode = (code: string, params?: ErrorParams, options?: AppErrorOptions): AppError =>
  new AppError(code as ErrorCode, params, options)
