import type { z } from 'zod'
import type { ErrorCode, ErrorParams } from '@/src/lib/errors'

/** What a schema of a field finds: a code that has words, at an input of the field. */
export function issue(
  context: z.RefinementCtx,
  code: ErrorCode,
  params: ErrorParams = {},
  path: ReadonlyArray<string | number> = [],
): void {
  context.addIssue({ code: 'custom', message: code, params, path: [...path] })
}
