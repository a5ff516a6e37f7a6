import { AppError, type ErrorParams, type ErrorCode } from '@/src/lib/errors'

/**
 * A whole file, archive or request that cannot be taken. A single bad record is never this: it becomes a `problem`
 * record. Words by code: `commerceml.labels.ts`.
 */
export function refuse(code: ErrorCode, params: ErrorParams = {}, status = 422): AppError {
  return new AppError(code, params, { status })
}
