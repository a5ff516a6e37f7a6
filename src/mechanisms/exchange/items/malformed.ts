import type { z } from 'zod'
import { AppError, type ErrorCode, type ErrorParams } from '@/src/lib/errors'
import { codeIn } from '../../actions/schemaCode'

type Issue = z.core.$ZodIssue

/** The first fault that a schema finds in an item, as an error with its field: a code of ours, or what was expected instead. */
export function malformed(issue: Issue | undefined, raw: unknown): AppError {
  const field = issue?.path.map(String).join('.') ?? ''
  const refuse = (code: ErrorCode, params: ErrorParams = {}): AppError =>
    new AppError(code, { field, ...params }, { status: 422, ...(field ? { field } : {}) })
  if (!issue || field === '') return refuse('exchange.notObject')
  const value = valueAt(raw, issue.path)
  if (value === undefined || value === '') return refuse('input.required')
  if (value === null) return refuse('exchange.cannotClear')
  const code = codeIn(issue)
  if (code) return refuse(code, paramsOf(issue))
  return refuse('exchange.fieldInvalid', { ...NOTHING, ...expectationOf(issue) })
}

/** Every placeholder of the words has a value, whichever of them is said. */
const NOTHING = { reason: 'other', expected: '', values: '', bound: 0, origin: '' }

function expectationOf(issue: Issue): ErrorParams {
  switch (issue.code) {
    case 'invalid_type':
      return { reason: 'type', expected: issue.expected }
    case 'invalid_union':
      return { reason: 'type', expected: 'number' }
    case 'invalid_value':
      return { reason: 'oneOf', values: issue.values.slice(0, 60).map(String).join(', ') }
    case 'too_big':
      return { reason: 'most', bound: Number(issue.maximum), origin: issue.origin }
    case 'too_small':
      return { reason: 'least', bound: Number(issue.minimum), origin: issue.origin }
    default:
      return {}
  }
}

function paramsOf(issue: Issue): ErrorParams {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  if (issue.code !== 'custom') return {}
  const entries = Object.entries(issue.params ?? {}).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  )
  return Object.fromEntries(entries)
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  // Anything may be asked for a field of its own; what has none gives undefined.
  return path.reduce<unknown>(
    (value, name) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, name)
        ? (value as Record<PropertyKey, unknown>)[name]
        : undefined,
    raw,
  )
}
