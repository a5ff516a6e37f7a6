import { logger } from './logger'

/** What PostgreSQL says of a value that it was handed: no such number, date, id or text, or no record of that id. Arithmetic (22012 and the like) is never the caller's. */
const OF_VALUES = new Set([
  '22001',
  '22003',
  '22007',
  '22008',
  '22021',
  '22023',
  '22025',
  '2201B',
  '22P02',
  '22P05',
  '23503',
])
/** There is no way to compare these two: a text asked of a number. In the portal's own statements that is a mistake of ours. */
const OF_QUESTIONS = new Set(['42883', '42804'])

/** What Payload says of a question it knows no SQL for: a relation to several kinds of records by itself, an id that cannot be one. Its errors of this kind have the class and the status of any. */
const UNASKABLE =
  /^(?:Not supported$|Relationship was not found$|Cannot find field for path|Invalid ID value|Only 'equals' operator)/

type Failed = { code: string; message: string; detail?: string; params: readonly unknown[] }

/** Errors that were told of already: more than one place asks about the same one. */
const told = new WeakSet<object>()

/**
 * Whether the database refused what somebody sent, as against a statement of ours that cannot work: the value it names
 * was handed over as a parameter. With `question` (a filter or an order that somebody asked for and Payload made into
 * SQL) a comparison that does not exist is theirs as well, and so is what Payload makes no SQL of. Leaves one line in the log, for the value may have been ours.
 */
export function isRefusedValue(error: unknown, { question = false } = {}): boolean {
  if (question && error instanceof Error && error.name === 'APIError' && UNASKABLE.test(error.message)) return true
  const failed = failedOf(error)
  if (!failed) return false
  const isTheirs = OF_VALUES.has(failed.code) ? isHanded(failed) : question && OF_QUESTIONS.has(failed.code)
  if (isTheirs && !told.has(error as object)) {
    told.add(error as object) // only an object has what failed
    logger.warn({ err: error }, 'the database refused a value')
  }
  return isTheirs
}

/** The driver's error lies below others; the statement's values are kept by the one that wraps it. */
function failedOf(error: unknown): Failed | null {
  let params: readonly unknown[] = []
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('params' in at && Array.isArray(at.params)) params = at.params
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) {
      const detail = 'detail' in at && typeof at.detail === 'string' ? at.detail : undefined
      return { code: at.code, message: at.message, params, ...(detail === undefined ? {} : { detail }) }
    }
  }
  return null
}

function isHanded({ code, message, detail, params }: Failed): boolean {
  if (params.length === 0) return false
  // What others refer to was deleted by a statement of ours: nobody has sent that.
  if (code === '23503' && !message.startsWith('insert or update')) return false
  const named = code === '23503' ? /=\((.*)\) is not present/s.exec(detail ?? '')?.[1] : /: "(.*)"$/s.exec(message)?.[1]
  return named === undefined || params.some((param) => textsOf(param).some((text) => text.includes(named)))
}

/** A list goes as one parameter, a document as its JSON. */
const textsOf = (param: unknown): string[] =>
  Array.isArray(param) ? param.flatMap(textsOf) : [param instanceof Date ? param.toISOString() : String(param)]
