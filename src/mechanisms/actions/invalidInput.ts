import type { z } from 'zod'
import { AppError, type FieldIssue } from '@/src/lib/errors'
import { schemaCode } from './schemaCode'

/** What a schema refuses, one thing for each field, in the order of the fields. */
export function issuesOf(error: z.ZodError): FieldIssue[] {
  const byField = new Map<string, FieldIssue>()
  for (const issue of error.issues) {
    const told = schemaCode(issue, 'input.invalid')
    if (!byField.has(told.field)) byField.set(told.field, told)
  }
  return [...byField.values()]
}

/** All that is wrong as one error: the first of them, with the rest beside it; for what has to be checked before it becomes an action's input too. */
export function invalidInput(issues: readonly FieldIssue[]): AppError {
  const first = issues[0] ?? { field: '', code: 'input.invalid', params: { field: '' } }
  return new AppError(first.code, first.params, { status: 422, field: first.field, issues })
}
