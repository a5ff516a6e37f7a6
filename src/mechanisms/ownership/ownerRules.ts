import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest, SanitizedConfig } from 'payload'
import { AppError } from '@/src/lib/errors'
import { actorOf, system } from '../access/actor'
import { isUuid } from '../database/ids'
import { query } from '../database/query'
import { tableOf } from '../database/tableOf'
import { moveOwner } from './moveOwner'
import { filesOf, isOwned, linksOf, referencesOf } from './ownedFields'

type Row = Record<string, unknown>

/**
 * The company of a record is never changed halfway, whoever writes it through Payload (the panel, REST, the portal's own
 * code): the record goes over with everything under it, as when 1C says so (`moveOwner`), in the same transaction. What
 * is part of another record (a line, a schedule) and a file that a record names go with that one alone, and nothing
 * owned may name what belongs to another company. Takes the finished config; collections are found by their fields.
 */
export function ownerRules(config: SanitizedConfig): SanitizedConfig {
  for (const { slug, hooks } of config.collections) {
    if (isOwned(config, slug)) hooks.beforeChange = [...(hooks.beforeChange ?? []), keepWhole(slug)]
  }
  return config
}

/** @throws AppError 409: `owner.required` for a company taken away, `owner.follows` for what goes with another record alone, `owner.other` for a link to what is another company's */
const keepWhole =
  (slug: CollectionSlug): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    const row = data as Row
    const before = (operation === 'update' ? originalDoc : undefined) as Row | undefined
    const [former, company] = [idOf(before?.company), idOf(row.company)]
    if (before && former && company !== former) await move(req, slug, { id: String(before.id), company, row })
    if (company) await refuseStrange(req, slug, { company, row, before: company === former ? before : undefined })
    return row
  }

async function move(
  req: PayloadRequest,
  slug: CollectionSlug,
  { id, company, row }: { id: string; company: string | null; row: Row },
): Promise<void> {
  if (!company) throw refusal('owner.required', 'company')
  if (!isUuid(company)) return // the field's own rule speaks
  const { config } = req.payload
  const named = [
    ...referencesOf(config, slug)
      .filter(({ whenMoved }) => whenMoved !== 'unlink')
      .map(({ field }) => row[field]),
    ...(await namedBy(req, slug, id)),
  ]
  if (named.some((one) => idOf(one) !== null)) throw refusal('owner.follows', 'company')
  const standing = (): Promise<Row | null> =>
    req.payload.db.findOne<Row & { id: string }>({ collection: slug, req, where: { id: { equals: id } } })
  const before = await standing()
  await moveOwner({ req, actor: req.user ? await actorOf(req) : system, company }, slug, id)
  const after = await standing()
  // Payload writes the whole row after this: what went with the move must not come back with it.
  for (const [name, value] of Object.entries(after ?? {})) {
    if (name !== 'company' && !same(value, before?.[name]) && same(row[name], before?.[name])) row[name] = value
  }
}

/** Records that name a file of this collection as their own. */
async function namedBy(req: PayloadRequest, slug: string, id: string): Promise<string[]> {
  const { config } = req.payload
  const holders = config.collections.flatMap((one) =>
    isOwned(config, one.slug)
      ? filesOf(config, one.slug)
          .filter(({ to }) => to === slug)
          .map(({ column }) => ({ table: tableOf(one.slug), column }))
      : [],
  )
  if (holders.length === 0) return []
  const asked = holders.map(
    ({ table, column }) => sql`select id::text from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id}`,
  )
  return (await query<{ id: string }>(req, sql`${sql.join(asked, sql` union all `)} limit 1`)).map((row) => row.id)
}

/** What the record did not name before has to be its own company's; what is nobody's may be named. */
async function refuseStrange(
  req: PayloadRequest,
  slug: string,
  { company, row, before }: { company: string; row: Row; before: Row | undefined },
): Promise<void> {
  for (const { field, to } of linksOf(req.payload.config, slug)) {
    const id = idOf(row[field])
    if (!id || !isUuid(id) || id === idOf(before?.[field])) continue
    const [other] = await query(
      req,
      sql`select 1 from ${sql.identifier(tableOf(to))} where id = ${id} and company_id <> ${company}::uuid`,
    )
    if (other) throw refusal('owner.other', field)
  }
}

const refusal = (code: 'owner.required' | 'owner.follows' | 'owner.other', field: string): AppError =>
  new AppError(code, { field }, { status: 409, field })

const idOf = (value: unknown): string | null => {
  const id: unknown = value && typeof value === 'object' && 'id' in value ? value.id : value
  return typeof id === 'string' && id !== '' ? id : null
}
const plain = (value: unknown): unknown => idOf(value) ?? (value === undefined || value === '' ? null : value)
const same = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other))
