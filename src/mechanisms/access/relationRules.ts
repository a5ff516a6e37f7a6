import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedConfig,
  Where,
} from 'payload'
import { AppError } from '@/src/lib/errors'
import { isUuid } from '../database/ids'
import { declaredAccess } from './defineAccess'

type Link = { field: string; slug: string; id: unknown }
type Args = { data?: unknown; id?: unknown; where?: unknown; overrideAccess?: boolean }

/**
 * A person refers only to what they may read: a relation written to any other record would show it to whoever may
 * read the row, and tell whether it exists. What stands in the row already may be sent back. The fields that the
 * access of the row itself is judged by (its company, its person) are judged there. Takes the finished config.
 */
export function relationRules(config: SanitizedConfig): SanitizedConfig {
  for (const { slug, hooks } of config.collections)
    hooks.beforeOperation = [...(hooks.beforeOperation ?? []), check(slug)]
  return config
}

const check =
  (slug: string): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, req }) => {
    const call = args as Args // one hook for operations of many shapes
    const isPersons = call.overrideAccess === false || (call.overrideAccess === undefined && req.payloadAPI === 'REST')
    if (
      !isPersons ||
      (operation !== 'create' && operation !== 'update') ||
      typeof call.data !== 'object' ||
      call.data === null
    )
      return args
    const { company, user, staff } = declaredAccess().get(slug)?.declaration.anchors ?? {}
    const judged = new Set([company, user, staff])
    const data = call.data as Record<string, unknown>
    const written = await writtenFields(req, collection, operation, data)
    const links = [...linksIn(written, data)].filter(({ field }) => !judged.has(field))
    const strange = await unreadable(req, links)
    if (strange.length === 0) return args
    // Whoever may not write at all is told so by the access of the row, not by what they have named.
    if (
      (await collection.access[operation]({ req, data, ...(typeof call.id === 'string' ? { id: call.id } : {}) })) ===
      false
    )
      return args
    const kept = operation === 'update' ? await standing(req, collection, call.id) : new Set<string>()
    const refused = strange.find((link) => !kept.has(keyOf(link)))
    if (refused) throw new AppError('relation.unknown', { field: refused.field }, { status: 400, field: refused.field })
    return args
  }

/** The fields that the person may write; Payload passes over what is sent for the others. */
async function writtenFields(
  req: PayloadRequest,
  { flattenedFields }: SanitizedCollectionConfig,
  operation: 'create' | 'update',
  data: Record<string, unknown>,
): Promise<FlattenedField[]> {
  const written: FlattenedField[] = []
  for (const field of flattenedFields) {
    const may = 'access' in field ? field.access?.[operation] : undefined
    if (field.name in data && (!may || (await may({ req, data })))) written.push(field)
  }
  return written
}

const keyOf = ({ field, slug, id }: Link): string => `${field} ${slug} ${String(id)}`

/** Every record that these values refer to, however deep, those within a formatted text too. */
function* linksIn(fields: readonly FlattenedField[], data: Record<string, unknown>, above = ''): Generator<Link> {
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined || value === null) continue
    const at = `${above}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload') {
      for (const one of [value].flat()) {
        const link = linkOf(field.relationTo, one)
        if (link) yield { field: at, ...link }
      }
    } else if (field.type === 'richText') yield* linksInText(value, at)
    else if (field.type === 'blocks') {
      for (const row of rowsOf(value))
        yield* linksIn(field.blocks.find(({ slug }) => slug === row.blockType)?.flattenedFields ?? [], row, `${at}.`)
    } else if ('flattenedFields' in field)
      for (const row of rowsOf(value)) yield* linksIn(field.flattenedFields, row, `${at}.`)
  }
}

function linkOf(to: string | string[], value: unknown): Omit<Link, 'field'> | null {
  if (value === null || value === '') return null
  if (Array.isArray(to)) return isRow(value) ? { slug: String(value.relationTo), id: idOf(value.value) } : null
  return { slug: to, id: idOf(value) }
}

function* linksInText(node: unknown, field: string): Generator<Link> {
  if (Array.isArray(node)) for (const child of node) yield* linksInText(child, field)
  if (!isRow(node)) return
  if (typeof node.relationTo === 'string' && node.value !== undefined)
    yield { field, slug: node.relationTo, id: idOf(node.value) }
  for (const child of Object.values(node)) yield* linksInText(child, field)
}

async function unreadable(req: PayloadRequest, links: readonly Link[]): Promise<Link[]> {
  const strange: Link[] = []
  for (const slug of new Set(links.map((link) => link.slug))) {
    const asked = links.filter((link) => link.slug === slug)
    const known = await readableIds(
      req,
      slug,
      asked.map(({ id }) => id).filter((id): id is string => typeof id === 'string' && isUuid(id)),
    )
    strange.push(...asked.filter(({ id }) => !known.has(String(id).toLowerCase())))
  }
  return strange
}

async function readableIds(req: PayloadRequest, slug: string, ids: readonly string[]): Promise<Set<string>> {
  const collection = req.payload.config.collections.find((each) => each.slug === slug)
  if (!collection || ids.length === 0) return new Set()
  const access = await collection.access.read({ req })
  if (access === false) return new Set()
  const where: Where = { and: [{ id: { in: [...new Set(ids)] } }, ...(access === true ? [] : [access])] }
  const { docs } = await req.payload.db.find({
    collection: collection.slug,
    req,
    where,
    pagination: false,
    limit: 0,
    select: { id: true },
  })
  return new Set(docs.map(({ id }) => String(id)))
}

/** What the row refers to now; a change of many rows at once has no one row. */
async function standing(req: PayloadRequest, collection: SanitizedCollectionConfig, id: unknown): Promise<Set<string>> {
  if (typeof id !== 'string' || !isUuid(id)) return new Set()
  const row = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: collection.slug,
    req,
    where: { id: { equals: id } },
  })
  return new Set(row ? [...linksIn(collection.flattenedFields, row)].map(keyOf) : [])
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const rowsOf = (value: unknown): Record<string, unknown>[] => [value].flat().filter(isRow)
const idOf = (value: unknown): unknown => (isRow(value) && 'id' in value ? value.id : value)
