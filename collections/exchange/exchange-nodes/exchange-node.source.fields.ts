import { sql } from '@payloadcms/db-postgres/drizzle'
import { ValidationError, type CollectionBeforeChangeHook, type Field, type PayloadRequest } from 'payload'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { slugify } from '@/src/lib/translit'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { giveUpParked } from '@/src/mechanisms/exchange/journal/closing'
import { MAIN_SOURCE, sourceOfNode } from '@/src/mechanisms/exchange/source'
import { exchangeNodeLabels as labels } from './exchange-node.labels'

const LONGEST = 30

/** Whose identifiers a node uses: those of a base of its own, or of the base that another node speaks for, too. */
export const sourceFields: Field[] = [
  {
    name: 'sameBaseAs',
    type: 'relationship',
    relationTo: 'exchange-nodes',
    label: labels.fields.sameBaseAs,
    filterOptions: ({ id }) => (id === undefined ? true : { id: { not_equals: id } }),
    admin: { description: labels.hints.sameBaseAs, allowCreate: false, disableBulkEdit: true },
  },
  {
    name: 'source',
    type: 'text',
    label: labels.fields.source,
    defaultValue: MAIN_SOURCE,
    access: { create: () => false, update: () => false },
    admin: {
      readOnly: true,
      condition: (data) => Boolean(data?.source),
      description: labels.hints.source,
      disableBulkEdit: true,
      disableListFilter: true,
    },
  },
]

/**
 * Gives a node its source when it is made, and another one only while nothing came under the former: what came could not be
 * recognised any more.
 */
export const keepSource: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const { sameBaseAs, name } = data as { sameBaseAs?: unknown; name?: string } // an exchange node, whatever it holds
  const former =
    operation === 'update' ? (originalDoc as { id: string; name: string; source: string; sameBaseAs?: unknown }) : null
  if (former && (sameBaseAs === undefined || idOf(sameBaseAs) === idOf(former.sameBaseAs)))
    return { ...data, source: former.source }
  const shared = idOf(sameBaseAs)
  const source = shared
    ? await sourceOfNode(req, shared)
    : await freeSource(req, name ?? former?.name ?? '', former?.id ?? null)
  if (former && source !== former.source) await leave(req, former)
  return { ...data, source }
}

/** A relation as it comes from a form, or as a record that Payload has read. */
const idOf = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null
  return typeof value === 'object' ? String((value as { id: unknown }).id) : String(value)
}

/** The main source while no other node has it, else a word of the node's own. */
async function freeSource(req: PayloadRequest, name: string, self: string | null): Promise<string> {
  const rows = await selectFrom(req, 'exchange_nodes', ['source'], sql`where id::text is distinct from ${self}`)
  const taken = new Set(rows.map(({ source }) => source))
  if (!taken.has(MAIN_SOURCE)) return MAIN_SOURCE
  const word = slugify(name).slice(0, LONGEST) || 'base'
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? word : `${word}-${count}`
    if (!taken.has(free)) return free
  }
}

async function leave(req: PayloadRequest, { id, name }: { id: string; name: string }): Promise<void> {
  for (const { slug, flattenedFields } of req.payload.config.collections) {
    if (!flattenedFields.some((field) => field.name === 'syncNode')) continue
    const [brought] = await query(
      req,
      sql`select 1 from ${sql.identifier(tableOf(slug))} where sync_node = ${name} and external_id is not null limit 1`,
    )
    if (!brought) continue
    const locale = isLocale(req.i18n.language) ? req.i18n.language : defaultLocale
    throw new ValidationError(
      { errors: [{ path: 'sameBaseAs', message: say(labels.sourceSettled, locale) }], req },
      req.t,
    )
  }
  // What waits was read under the former source and would wait for ever.
  await giveUpParked(req, id)
}
