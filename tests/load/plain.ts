import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

const TABLES = ['groups', 'brands', 'price_types', 'warehouses', 'products', 'skus', 'prices', 'stocks'] as const

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Writes the rows that an import left as COPY files; gives how many rows. */
export function dumpRows(url: string, folder: string): Promise<number> {
  return connected(url, async (client) => {
    let rows = 0
    for (const table of TABLES) {
      await pipeline(client.query(copyTo(`copy "${table}" to stdout`)), createWriteStream(path.join(folder, table)))
      const { rows: counted } = await client.query<{ n: number }>(`select count(*)::int as n from "${table}"`)
      rows += counted[0]?.n ?? 0
    }
    return rows
  })
}

/** The yardstick: the same rows by COPY and one merge a table, references resolved beforehand; milliseconds. */
export function plainMerge(url: string, folder: string): Promise<number> {
  return connected(url, async (client) => {
    const started = performance.now()
    for (const table of TABLES) {
      const { rows } = await client.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname not in ('id', 'external_id')`,
        [`"${table}"`],
      )
      await client.query('begin')
      await client.query(`create temp table plain_${table} (like "${table}") on commit drop`)
      await pipeline(
        createReadStream(path.join(folder, table)),
        client.query(copyFrom(`copy plain_${table} from stdin`)),
      )
      await client.query(
        `insert into "${table}" as t select * from plain_${table} on conflict (external_id) do update set
           ${rows.map(({ name }) => `"${name}" = excluded."${name}"`).join(', ')} where t.sync_hash is distinct from excluded.sync_hash`,
      )
      await client.query('commit')
    }
    return performance.now() - started
  })
}
