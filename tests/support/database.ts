import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { TEMPLATE } from './cluster'

/** Makes a database on the run's own server, migrated and empty or a copy of `template`, and gives its address. */
export async function createDatabase(server: string, name: string, template = TEMPLATE): Promise<string> {
  await queryOnce(server, `create database "${name}" template "${template}" strategy = file_copy`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** A folder outside the clone for what tests upload. */
export const scratchFolder = (name: string): string => mkdtempSync(path.join(tmpdir(), `kabinet-${name}-`))

/** One connection for a database, kept for as long as the worker lives: it is emptied before every test. */
const pools = new Map<string, { pool: pg.Pool; probe?: string }>()

/** Deletes every row that a migration did not put there, and starts the sequences anew. Triggers do not fire. Tables that hold nothing are left alone. */
export async function emptyTables(url: string): Promise<void> {
  const kept = pools.get(url) ?? { pool: new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true }) }
  pools.set(url, kept)
  const client = await kept.pool.connect()
  try {
    kept.probe ??= await probeOf(client)
    const { rows } = await client.query<{ sql: string }>({ name: 'what-is-there', text: kept.probe })
    if (rows.length > 0)
      await client.query(
        `begin; set local session_replication_role = replica; ${rows.map((row) => row.sql).join(';')}; commit`,
      )
  } finally {
    client.release()
  }
}

/** A statement that tells what has to be done to a database before it is empty: prepared, it costs a look into each table. */
async function probeOf(client: pg.PoolClient): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'payload_migrations'
    union all select 'pgboss.job' union all select 'pgboss.archive'`)
  const tables = rows.map(({ name }) => `select 'delete from ${name}' as sql where exists (select 1 from ${name})`)
  return [
    ...tables,
    `select format('select setval(%L, %s, false)', format('%I.%I', schemaname, sequencename), start_value) from pg_sequences where schemaname = 'public' and last_value is not null`,
  ].join(' union all ')
}
