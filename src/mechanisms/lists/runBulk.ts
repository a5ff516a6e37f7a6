import { errorCode, errorText } from '@/src/lib/error-labels'
import { AppError, type ErrorCode } from '@/src/lib/errors'
import { logger } from '@/src/lib/logger'
import type { Locale } from '@/src/lib/i18n'
import type { ListSpec } from '@/src/lib/lists/listSpec'
import type { QueryContext } from '../access/context'
import { readerOf } from '../actions/errorResponse'
import { runAction } from '../actions/runAction'
import { askedOf } from './askedOf'
import { parseBulkFields } from './bulkFields'
import type { BulkDeclaration, BulkGiven } from './defineBulk'
import type { ChosenFrom } from './defineList'

/** Which rows: those named, or all that an address of the list finds. */
export type Chosen = { ids: readonly string[] } | { search: string }

export type RowResult = {
  id: string
  /** null for a row that the person does not reach: nothing is said of it */
  name: string | null
  ok: boolean
  code?: ErrorCode
  /** why not, or what else came of it */
  words?: string
}

/**
 * Does it with each of the chosen rows as the person, one after another, and says of each what came of it.
 * @throws AppError `list.tooMany` 422, `list.nothingChosen` 422, `list.notGiven` 422
 */
export async function runBulk<Row>(
  context: QueryContext,
  { list, bulk, chosen, given = {}, locale, zone }: BulkCall<Row>,
): Promise<RowResult[]> {
  const { ids, names, rows } = await reached(context, { list, bulk, chosen, locale, zone })
  if ('file' in bulk) {
    const refused = await bulk.refuse(
      context,
      ids.filter((id) => names.has(id)),
    )
    return ids.map((id) => {
      const code = names.has(id) ? refused.get(id) : 'record.notFound'
      return code ? refusal(context, { id, name: names.get(id) ?? null, code, locale }) : row(id, names)
    })
  }
  const told = await parseBulkFields(context, bulk, given)
  const held = await bulk.holds?.(context, [...names.keys()], told)
  const results: RowResult[] = []
  for (const id of ids) {
    if (!names.has(id)) {
      results.push(refusal(context, { id, name: null, code: 'record.notFound', locale }))
      continue
    }
    try {
      const why = held?.get(id)
      if (why) throw why
      const output = await runAction(bulk.action, { req: context.req, input: bulk.input(id, told, rows.get(id)) })
      const words = bulk.remark?.(output, locale)
      results.push({ ...row(id, names), ...(words ? { words } : {}) })
    } catch (error) {
      const code = errorCode(error)
      if (code === 'unexpected') logger.error({ err: error, action: bulk.action.name }, 'a row of a bulk failed')
      const words = errorText(error, locale, readerOf(context.req))
      results.push({ id, name: names.get(id) ?? null, ok: false, code, words })
    }
  }
  return results
}

export type BulkCall<Row> = {
  list: ChosenFrom<Row>
  bulk: BulkDeclaration
  chosen: Chosen
  /** what was answered where it asks for something */
  given?: BulkGiven
  locale: Locale
  zone: string
}

/** The rows meant, and the names of those that the person reaches. */
async function reached<Row>(
  context: QueryContext,
  { list, bulk: { most }, chosen, locale, zone }: BulkCall<Row>,
): Promise<{ ids: readonly string[]; names: ReadonlyMap<string, string>; rows: ReadonlyMap<string, Row> }> {
  const spec = (await list.spec?.(context)) ?? NO_SPEC
  const bySearch = 'search' in chosen
  const ids = bySearch ? [] : [...new Set(chosen.ids)]
  if (bySearch ? !list.spec : ids.length === 0) throw new AppError('list.nothingChosen', {}, { status: 422 })
  if (ids.length > most) throw new AppError('list.tooMany', { most }, { status: 422 })
  const { asked } = askedOf(new URLSearchParams(bySearch ? chosen.search : ''), spec, zone)
  const rows = await list.rows(context, {
    ...asked,
    page: 1,
    perPage: most + 1,
    ...(bySearch ? {} : { filters: { id: { kind: 'select', values: ids } } }),
  })
  if (rows.length > most) throw new AppError('list.tooMany', { most }, { status: 422 })
  const names = new Map(rows.map((one) => [list.rowKey(one), list.rowName(one, locale)]))
  return {
    ids: bySearch ? [...names.keys()] : ids,
    names,
    rows: new Map(rows.map((one) => [list.rowKey(one), one])),
  }
}

/** Of a list that no address asks anything of: rows are named one by one. */
const NO_SPEC: ListSpec = { filters: [], sorts: [], defaultSort: { key: '', dir: 'asc' } }

const row = (id: string, names: ReadonlyMap<string, string>): RowResult => ({
  id,
  name: names.get(id) ?? null,
  ok: true,
})

function refusal(
  { req }: QueryContext,
  { id, name, code, locale }: { id: string; name: string | null; code: ErrorCode; locale: Locale },
): RowResult {
  return { id, name, ok: false, code, words: errorText(new AppError(code), locale, readerOf(req)) }
}
