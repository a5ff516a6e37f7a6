import type { ErrorParams } from '@/src/lib/errors'

/** What zod tells of one thing wrong; a custom issue may carry `params` for the words of its code. */
export type SchemaIssue = { path: PropertyKey[]; message: string; code?: string; params?: Record<string, unknown> }

const CODE = /^[a-z][A-Za-z]*\.[a-zA-Z]+$/

/** The error code that a schema names as its message, with what its words need; `other` where the message is zod's own English. */
export function schemaCode(issue: SchemaIssue | undefined, other: string): { code: string; field: string; params: ErrorParams } {
  const field = issue?.path.map(String).join('.') ?? ''
  const told = Object.entries(issue?.params ?? {}).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1]))
  return { code: issue && CODE.test(issue.message) ? issue.message : other, field, params: { ...Object.fromEntries(told), field } }
}
