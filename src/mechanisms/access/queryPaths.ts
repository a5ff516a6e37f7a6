import {
  QueryError,
  type FlattenedField,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'
import { AppError } from '@/src/lib/errors'

/** What a person asks of a collection besides its rows: each names fields, and a path may step into another record. */
export type QueryPaths = { where?: unknown; sort?: unknown; joins?: unknown; field?: unknown }

type Asked = { req: PayloadRequest; collection: SanitizedCollectionConfig }
type Kind = 'filter' | 'order'
/** The last field of a path (none for the id of a row), and which part of a reference is meant. */
type End = { field: FlattenedField | null; part: string | null }

/**
 * Refuses a question that would tell what its answer hides: every field that a filter, a sort or a list of values
 * names must be one that the person reads, and a path steps only into a collection whose every row the person reads.
 * A filter by a title that the declaration takes from another record (`virtual`) may step into some rows as well:
 * Payload narrows it to those; an order of rows cannot be narrowed. Unknown and unreadable fields are answered alike.
 * @throws AppError `query.refused` 400
 */
export async function checkQueryPaths(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { where, sort, joins, field }: QueryPaths,
): Promise<void> {
  const asked = { req, collection }
  await checkFilter(asked, where)
  for (const path of sortPaths(sort)) await checkPath(asked, path, 'order')
  if (typeof field === 'string') await checkPath(asked, field, 'order')
  await checkJoins(asked, joins)
}

/** The paths of a sort, without their direction. */
export const sortPaths = (sort: unknown): string[] =>
  (Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : [])
    .map((path) => String(path).trim().replace(/^-/, ''))
    .filter((path) => path !== '')

async function checkFilter(asked: Asked, where: unknown): Promise<void> {
  if (typeof where !== 'object' || where === null) return
  for (const [path, value] of Object.entries(where as Where)) {
    if (/^(and|or)$/i.test(path)) {
      for (const part of Object.values(value)) await checkFilter(asked, part)
      continue
    }
    // A filter inside an operand is a second way to step into another record.
    if (Object.values(value ?? {}).some(holdsFilter)) throw refused(asked.req, path)
    const end = await checkPath(asked, path, 'filter')
    if (!Object.entries(value ?? {}).every(([operator, operand]) => isComparable(end, operator, operand)))
      throw refused(asked.req, path)
  }
}

async function checkJoins({ req, collection }: Asked, joins: unknown): Promise<void> {
  if (typeof joins !== 'object' || joins === null) return
  for (const [name, join] of Object.entries(joins as Record<string, QueryPaths | false>)) {
    const [field] = collection.flattenedFields.filter((each) => each.type === 'join' && each.name === name)
    if (!join || field?.type !== 'join') continue
    for (const slug of [field.collection].flat()) await checkQueryPaths(req, configOf(req, slug), join)
  }
}

/** Walks a path as Payload's query builder does, field by field; gives what stands at its end. */
async function checkPath({ req, collection }: Asked, path: string, kind: Kind): Promise<End> {
  let at = collection
  let isTitle = false
  let fields: readonly FlattenedField[] = at.flattenedFields
  let rest = path.replace(/__/g, '.').replace(/^_id$/, 'id').split('.')
  while (rest.length > 0) {
    const [name, ...after] = rest
    if (name === 'id' && after.length === 0) return { field: null, part: null }
    const field = fields.find((each) => each.name === name)
    if (!field || !(await mayRead(req, field))) throw refused(req, path)
    const virtual = 'virtual' in field ? field.virtual : undefined
    if (virtual === true) throw refused(req, path)
    if (typeof virtual === 'string') {
      rest = [...virtual.split('.'), ...after]
      fields = at.flattenedFields
      isTitle = true
      continue
    }
    if (after.length === 0) return { field, part: null }
    if ('relationTo' in field || field.type === 'join') {
      const target = 'relationTo' in field ? field.relationTo : field.collection
      // Which record it is stands in the row itself.
      const [part = ''] = after
      if (after.length === 1 && /^(id|value|relationTo)$/.test(part)) return { field, part }
      if (typeof target !== 'string') throw refused(req, path)
      at = configOf(req, target)
      if (!(await mayStep(req, at, isTitle && kind === 'filter'))) throw refused(req, path)
      fields = at.flattenedFields
    } else {
      fields = fieldsWithin(field)
    }
    rest = after
  }
  return { field: null, part: null }
}

/** Comparisons of places on a map, and one of lists, for which Payload has no SQL over other fields. */
const OF_PLACES = new Set(['near', 'within', 'intersects', 'all'])
const OF_LISTS = new Set(['in', 'not_in'])

/**
 * Whether Payload has SQL for this comparison with what stands at the end of a path. A list of blocks has none, and a
 * relation to records of several kinds only for which record of which kind it is.
 */
function isComparable({ field, part }: End, operator: string, operand: unknown): boolean {
  if (OF_PLACES.has(operator)) return field?.type === 'point' && operator !== 'all'
  if (field?.type === 'blocks') return false
  if (!field || !('relationTo' in field)) return true
  const isNothing = operand === null || operand === 'null'
  if (Array.isArray(field.relationTo))
    return part !== null && !isNothing && (operator === 'equals' || operator === 'not_equals')
  return !(isNothing && OF_LISTS.has(operator))
}

const fieldsWithin = (field: FlattenedField): readonly FlattenedField[] => {
  if (field.type === 'blocks') return field.blocks.flatMap((block) => block.flattenedFields)
  return 'flattenedFields' in field ? field.flattenedFields : []
}

async function mayRead(req: PayloadRequest, field: FlattenedField): Promise<boolean> {
  if ('hidden' in field && field.hidden) return false
  const read = 'access' in field ? field.access?.read : undefined
  return !read || (await read({ req })) === true
}

async function mayStep(
  req: PayloadRequest,
  { access }: SanitizedCollectionConfig,
  isNarrowed: boolean,
): Promise<boolean> {
  const rows = await access.read({ req })
  return rows === true || (isNarrowed && rows !== false)
}

const configOf = (req: PayloadRequest, slug: string): SanitizedCollectionConfig => {
  const found = req.payload.config.collections.find((each) => each.slug === slug)
  if (!found) throw refused(req, slug)
  return found
}

const holdsFilter = (operand: unknown): boolean => (Array.isArray(operand) ? operand.some(isPlain) : isPlain(operand))
const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** The panel's lists know Payload's own error, and show that nothing was found. */
function refused(req: PayloadRequest, path: string): Error {
  if (req.payloadAPI !== 'REST') return new QueryError([{ path }])
  return new AppError('query.refused', { field: path.slice(0, 200) }, { status: 400, field: 'query' })
}
