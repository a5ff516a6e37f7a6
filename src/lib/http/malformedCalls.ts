import type { ServerResponse } from 'node:http'
import { ofProcess } from '../ofProcess'
import { isRefusedValue } from '../refusedValue'

/** Ids of requests whose server action was called in a way it cannot be, with the status to answer: Next and the server below it are bundled apart. */
const malformed = ofProcess('malformed-calls', () => new Map<string, number>())

/** What JavaScript says of an argument of another shape, and readers of forms of one they cannot read. */
const OF_SHAPE = new Set([
  'TypeError',
  'SyntaxError',
  'RangeError',
  'URIError',
  'ZodError',
  'MulterError',
  'InvalidCharacterError',
  'OperationError',
])
const OF_READING =
  /unexpected end of form|invalid forward reference|failed to parse body|multipart|malformed|boundary|connection closed|unknown server function|could not find|server action|server reference|invalid (?:time|action|character)|decrypt|^unauthorized$|^not-found$/i

/** The panel's server functions take filters and orders as they are; pages of the cabinet take none. */
const isPanel = (path: string): boolean => /^\/admin(?:[/?]|$)/.test(path)

type Call = { path: string; method: string; headers: Record<string, string | string[] | undefined> }

/**
 * Told of every error that ends a request. An address of a page takes calls of its actions from anybody: whoever
 * calls one with other arguments, or with a body that is none, is answered so, not with a failure of the portal.
 */
export function noteFailure(error: unknown, { path, method, headers }: Call, routeType: string): void {
  const id = [headers['x-request-id']].flat()[0]
  const mayCall =
    routeType === 'action' || (method === 'POST' && String(headers['content-type']).startsWith('multipart/'))
  if (!mayCall || !id || !(error instanceof Error)) return
  const own =
    'status' in error && typeof error.status === 'number'
      ? error.status
      : 'statusCode' in error && typeof error.statusCode === 'number'
        ? error.statusCode
        : 500
  const status =
    own < 500
      ? own
      : OF_SHAPE.has(error.name) || OF_READING.test(error.message) || isRefusedValue(error, { question: isPanel(path) })
        ? 400
        : null
  if (status === null) return
  if (malformed.size > 1_000) malformed.clear()
  malformed.set(id, status)
}

/** Lets the answer to a call say what was noted of it. */
export function answerMalformed(response: ServerResponse, id: string): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  const patched = (status: number, ...rest: unknown[]): ServerResponse =>
    writeHead(status === 500 ? (malformed.get(id) ?? status) : status, ...rest)
  response.writeHead = patched as ServerResponse['writeHead']
  response.once('close', () => malformed.delete(id))
}
