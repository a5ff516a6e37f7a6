import { ENDED } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { isTrusted } from '@/src/mechanisms/exchange/clock'
import type { AmountsRecord, CommerceRecord } from '@/src/mechanisms/exchange/commerceml/records'
import type { ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import { breakFrom, priceKey, stockKey } from './rows'
import { priceTable, stockTable } from './tables'
import type { Touched } from './touched'

type Kind = 'prices' | 'stock'
/** Offers that spoke of a kind, the rows that they named, and whole offers that were silent about it. */
type Told = { offers: string[]; named: string[]; silent: string[] }

const TABLES = { prices: priceTable, stock: stockTable }
const CODES = { prices: 'price.untold', stock: 'stock.untold' } as const
const KINDS: readonly Kind[] = ['prices', 'stock']
const EXAMPLES = 5

const nothing = (): Told => ({ offers: [], named: [], silent: [] })

export type EndedAmounts = {
  /** Before anything of the file is written. */
  begin: () => Promise<void>
  take: (record: CommerceRecord) => void
  /** A price that was read and not understood is not in force either. */
  refused: (externalId: string) => void
  /** Takes what was told since the last time; what it gives is called after the rows of that portion were written. */
  portion: () => (time: string | null) => Promise<void>
  /** After the last portion: whole offers that were silent where others spoke. */
  end: (time: string | null) => Promise<void>
}

/**
 * Ends prices and stock that offers name no longer: what an offer says of a kind is the whole list of that kind. A whole
 * offer that is silent about a kind, in a file where others speak of it, has none. What another node sent, or newer
 * data, or nobody, is left alone; so is an offer that a file names twice, whose lists are one.
 */
export function createEndedAmounts(context: ConsumerContext, touched: Touched): EndedAmounts {
  const { client } = context
  let told: Record<Kind, Told> = { prices: nothing(), stock: nothing() }
  /** Types that this file tells of; without any, all types of the node are meant. */
  const types = new Set<string>()
  const refused = new Set<string>()
  /** Kinds that some offer of the file spoke of, and those of which the node has sent something before. */
  const spoken = new Set<Kind>()
  let older: ReadonlySet<Kind> = new Set()

  const settle = async (portion: Record<Kind, Told>, time: string | null): Promise<void> => {
    for (const kind of older) {
      const { offers, named, silent } = portion[kind]
      await client.query(`insert into amounts_told select $1, unnest($2::text[]), true on conflict do nothing`, [
        kind,
        silent,
      ])
      const { rows } = await client.query<{ id: string }>(
        `insert into amounts_told select $1, unnest($2::text[]), false on conflict do nothing returning offer as id`,
        [kind, offers],
      )
      const { ids } = await endRows(
        context,
        kind,
        rows.map(({ id }) => id),
        { named, types: [...types], time },
      )
      touched.add(TABLES[kind], ids)
    }
  }

  return {
    begin: async () => void (older = await olderKinds(context)),
    take: (record) => {
      if (record.kind === 'priceType') types.add(record.externalId)
      if (record.kind !== 'amounts') return
      for (const kind of KINDS) if (record[kind]) spoken.add(kind)
      if (older.size > 0) takeAmounts(record, told, refused)
    },
    refused: (externalId) => void refused.add(externalId),
    portion: () => {
      const portion = told
      told = { prices: nothing(), stock: nothing() }
      refused.clear()
      return (time) => settle(portion, time)
    },
    end: async (time) => {
      for (const kind of older) {
        if (!spoken.has(kind)) continue
        const { rows } = await client.query<{ id: string }>(
          `select offer as id from amounts_told where kind = $1 and silent`,
          [kind],
        )
        const { ids, offers } = await endRows(
          context,
          kind,
          rows.map(({ id }) => id),
          { named: [], types: [...types], time },
        )
        touched.add(TABLES[kind], ids)
        if (offers.length === 0) continue
        const params = { count: offers.length, examples: offers.slice(0, EXAMPLES).join(', ') }
        await context.problem({ entity: TABLES[kind].entity, externalId: null, code: CODES[kind], params, note: true })
      }
    },
  }
}

function takeAmounts(
  { offerExternalId: offer, whole, prices, stock }: AmountsRecord,
  told: Record<Kind, Told>,
  refused: ReadonlySet<string>,
): void {
  if (stock) {
    told.stock.offers.push(offer)
    told.stock.named.push(...stock.map((warehouse) => stockKey(offer, warehouse)))
  } else if (whole) told.stock.silent.push(offer)
  if (prices?.some(({ minQty }) => minQty === null)) return
  if (prices) {
    told.prices.offers.push(offer)
    const keys = prices.map(({ minQty, ...one }) =>
      priceKey(offer, one.priceTypeExternalId, breakFrom({ ...one, minQty: minQty ?? 0 })),
    )
    told.prices.named.push(...keys.filter((key) => !refused.has(key)))
  } else if (whole) told.prices.silent.push(offer)
}

async function olderKinds({ client, node }: ConsumerContext): Promise<ReadonlySet<Kind>> {
  await client.query(
    'create temp table if not exists amounts_told (kind text not null, offer text not null, silent boolean not null, primary key (kind, offer))',
  )
  await client.query('truncate amounts_told')
  const older = new Set<Kind>()
  for (const kind of KINDS) {
    const { rows } = await client.query(`select 1 from "${TABLES[kind].table}" where sync_node = $1 limit 1`, [
      node.name,
    ])
    if (rows.length > 0) older.add(kind)
  }
  return older
}

type Ending = { named: readonly string[]; types: readonly string[]; time: string | null }

/** Rows of these offers that are not among the named: their ids, and the offers that lost some. */
async function endRows(
  { client, node, run }: ConsumerContext,
  kind: Kind,
  offers: readonly string[],
  { named, types, time }: Ending,
): Promise<{ ids: string[]; offers: string[] }> {
  if (offers.length === 0) return { ids: [], offers: [] }
  const { table } = TABLES[kind]
  const [set, when, more] =
    kind === 'stock'
      ? ['qty = 0', 'true', []]
      : [
          'active = false',
          '(cardinality($6::text[]) = 0 or exists (select 1 from price_types y where y.id = t.price_type_id and y.external_id = any($6)))',
          [types],
        ]
  await client.query('begin')
  try {
    // As the merge does: one writer a table. Names and conditions come from declarations, never from data.
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`bulk:${table}`])
    const { rows } = await client.query<{ id: string; offer: string }>(
      // Rows are looked up by the indexes of their offers: joined plainly, every portion would read the whole table.
      `update "${table}" t set ${set}, sync_hash = '${ENDED}', sync_run = $3, sync_time = coalesce($4::timestamptz, t.sync_time), synced_at = now(), updated_at = now()
       from (select t.id, o.offer from unnest($1::text[]) o(offer)
             cross join lateral (select id from skus where external_id = o.offer limit 1) k
             cross join lateral (select * from "${table}" where sku_id = k.id offset 0) t
             where t.sync_node = $2 and t.sync_hash is distinct from '${ENDED}' and ${when}
               and (t.sync_time is null or $4::timestamptz is null or t.sync_time <= $4::timestamptz or not ${isTrusted('t.sync_time')})
               and t.external_id <> all($5::text[])) gone
       where t.id = gone.id
       returning t.id::text as id, gone.offer`,
      [offers, node.name, run, time, named, ...more],
    )
    await client.query('commit')
    return { ids: rows.map(({ id }) => id), offers: [...new Set(rows.map(({ offer }) => offer))] }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
