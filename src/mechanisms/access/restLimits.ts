import type { CollectionBeforeOperationHook, Endpoint, PayloadRequest, SanitizedConfig, Where } from 'payload'
import { AppError } from '@/src/lib/errors'
import { refusalResponse as answerRefused } from '../actions/errorResponse'
import { throttle, throttleKey } from '../throttle/throttle'
import { checkQueryPaths, sortPaths, type QueryPaths } from './queryPaths'

/** The most that one question over REST may ask for. */
export const REST_LIMITS = {
  rows: 200,
  conditions: 60,
  nesting: 6,
  path: 4,
  list: 500,
  text: 1_000,
  sorts: 5,
  page: 10_000,
} as const

/** Files that one person of a client may send in an hour. */
const UPLOADS = { limit: 100, windowSeconds: 60 * 60 }

/** What only Payload itself says of a stored file; sent by a caller it would point a row at somebody else's bytes. */
const OF_THE_FILE = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'url',
  'thumbnailURL',
  'sizes',
  'focalX',
  'focalY',
  'prefix',
]

type Args = QueryPaths & {
  limit?: unknown
  page?: unknown
  pagination?: unknown
  data?: Record<string, unknown>
  duplicateFromID?: unknown
  overrideAccess?: boolean
}

/**
 * Puts limits on what people ask of every collection, Payload's own among them: what a filter and a sort may name and
 * cost and, over REST, rows of a page and files that a caller names instead of sending. What the portal asks of
 * itself, even within such a request, is left alone. Takes the finished config: Payload adds its collections last.
 */
export function restLimits(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    // Payload answers these of a collection without versions with an error of its own.
    if (collection.endpoints !== false && !collection.versions)
      collection.endpoints = [...noVersions, ...(collection.endpoints ?? [])]
    collection.hooks.beforeOperation = [
      limitHook(Boolean(collection.upload)),
      ...(collection.hooks.beforeOperation ?? []),
    ]
  }
  for (const { hooks } of config.globals)
    hooks.beforeOperation = [
      ({ args, operation }) => (operation === 'update' ? withData(args as Args) : args),
      ...(hooks.beforeOperation ?? []),
    ]
  return config
}

/** A call without a body: Payload's own walk over the fields takes an object for granted. */
const withData = (call: Args): Args => Object.assign(call, { data: call.data ?? {} })

const nothing: Endpoint['handler'] = (req) => answerRefused(req, 'record.notFound', 404)
const noVersions: Endpoint[] = [
  { path: '/versions', method: 'get', handler: nothing },
  { path: '/versions/:id', method: 'get', handler: nothing },
  { path: '/versions/:id', method: 'post', handler: nothing },
]

const limitHook =
  (upload: boolean): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, req }) => {
    const call = args as Args // one hook for operations of many shapes
    // Payload's REST handlers say nothing of access; the Local API always does, the panel's lists with false.
    const isRest = req.payloadAPI === 'REST' && call.overrideAccess === undefined
    if (!isRest && call.overrideAccess !== false) return args
    checkWhere(call.where)
    checkSort(call.sort)
    await checkQueryPaths(req, collection, call)
    if (!isRest) return args
    if (operation === 'create' || operation === 'update') withData(call)
    if (upload) withoutFileWords(call, req)
    // Without a file Payload would fetch what `url` names: the portal is nobody's errand boy.
    if (upload && operation === 'create' && !req.file && call.duplicateFromID === undefined)
      throw new AppError('file.empty', {}, { status: 400, field: 'file' })
    if (upload && operation === 'create' && req.user?.collection === 'users')
      await throttle(req.payload, throttleKey('upload', String(req.user.id)), UPLOADS)
    return operation === 'read' || operation === 'count' ? { ...args, ...paged(call) } : args
  }

function paged({ limit, page, pagination }: Args): { limit?: number; page?: number } {
  if (page !== undefined && !(Number.isInteger(page) && Number(page) >= 1 && Number(page) <= REST_LIMITS.page))
    throw refused('page')
  if (limit === undefined) return pagination === false ? { limit: REST_LIMITS.rows } : {}
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0) throw refused('limit')
  return { limit: limit === 0 ? REST_LIMITS.rows : Math.min(limit, REST_LIMITS.rows) }
}

function checkSort(sort: unknown): void {
  const paths = sortPaths(sort)
  if (paths.length > REST_LIMITS.sorts || paths.some((path) => path.split('.').length > REST_LIMITS.path))
    throw refused('sort')
}

/** Refuses a filter that costs more than people ask: endless `and`, chains of joins, lists and texts without end. */
export function checkWhere(where: unknown, nesting = 0, spent = { conditions: 0 }): void {
  if (where === undefined || where === null) return
  if (typeof where !== 'object' || nesting > REST_LIMITS.nesting) throw refused('where')
  for (const [field, value] of Object.entries(where as Where)) {
    if (/^(and|or)$/i.test(field)) {
      for (const part of listOf(value)) checkWhere(part, nesting + 1, spent)
      continue
    }
    if (field.length > 200 || field.split('.').length > REST_LIMITS.path || typeof value !== 'object' || value === null)
      throw refused('where')
    for (const operand of Object.values(value)) {
      spent.conditions += 1
      if (spent.conditions > REST_LIMITS.conditions || !isSmall(operand)) throw refused('where')
    }
  }
}

/** Payload reads `and[0]…` as a list and `and[1000]…` as an object of numbers. */
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value && typeof value === 'object' ? Object.values(value) : [value]

function isSmall(operand: unknown): boolean {
  if (typeof operand === 'string')
    return (
      operand.length <= REST_LIMITS.text ||
      (operand.split(',').length <= REST_LIMITS.list && operand.split(',').every((item) => item.length <= 64))
    )
  if (typeof operand !== 'object' || operand === null) return true
  const items = Object.values(operand)
  return (
    items.length <= REST_LIMITS.list &&
    items.every((item) => typeof item !== 'object' && String(item).length <= REST_LIMITS.text)
  )
}

function withoutFileWords(call: Args, req: PayloadRequest): void {
  delete req.query.uploadEdits
  if (!call.data) return
  for (const word of [...OF_THE_FILE, 'uploadEdits']) delete call.data[word]
}

const refused = (field: string): AppError => new AppError('query.tooMuch', { field }, { status: 400, field })
