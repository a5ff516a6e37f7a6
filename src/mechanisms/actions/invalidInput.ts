import type { z } from 'zod'
import { AppError, type FieldIssue } from '@/src/lib/errors'
import { schemaCode } from './schemaCode'

/** What is wrong with an input, one for each field, in the order of the fields. */
export function issuesOf(error: z.ZodError): FieldIssue[] {
  const byField = new Map<string, FieldIssue>()
  for (const issue of error.issues) {
    const { code, field, params } = schemaCode(issue, 'input.invalid')
    if (!byField.has(field)) byField.set(field, { field, code, params })
  }
  return [...byField.values()]
}

/** All that is wrong as one error: the first of them, with the rest beside it. */
export function invalidInput(issues: readonly FieldIssue[]): AppError {
  const first = issues[0] ?? { field: '', code: 'input.invalid', params: { field: '' } }
  return new AppError(first.code, first.params, { status: 422, field: first.field, issues })
}
