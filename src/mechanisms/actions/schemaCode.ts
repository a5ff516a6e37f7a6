import type { ErrorCode, ErrorParams } from '@/src/lib/errors'

/** What zod tells of one thing wrong; a custom issue may carry `params` for the words of its code. */
export type SchemaIssue = { path: PropertyKey[]; message: string; code?: string; params?: Record<string, unknown> }

/** The code that a schema has for its message, as against a message of zod's own. Words for it are kept by the test that walks thrown codes. */
export const codeIn = ({ message }: SchemaIssue): ErrorCode | null =>
  /^[a-z][A-Za-z]*\.[a-zA-Z]+$/.test(message) ? (message as ErrorCode) : null

/** The error code that a schema names as its message, with what its words need; `other` where the message is zod's own English. */
export function schemaCode(
  issue: SchemaIssue | undefined,
  other: ErrorCode,
): { code: ErrorCode; field: string; params: ErrorParams } {
  const field = issue?.path.map(String).join('.') ?? ''
  const told = Object.entries(issue?.params ?? {}).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  )
  return { code: (issue && codeIn(issue)) ?? other, field, params: { ...Object.fromEntries(told), field } }
}
