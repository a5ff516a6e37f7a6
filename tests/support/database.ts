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

/** Deletes every row that a migration did not put there, and starts the sequences anew. Triggers do not fire. */
export async function emptyTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ sql: string }>(`
      select format('delete from %I.%I', schemaname, tablename) as sql from pg_tables
        where schemaname = 'public' and tablename <> 'payload_migrations'
      union all
      select format('select setval(%L, %s, false)', format('%I.%I', schemaname, sequencename), start_value) from pg_sequences
        where schemaname = 'public' and last_value is not null`)
    const jobs = 'delete from pgboss.job; delete from pgboss.archive'
    await client.query(`begin; set local session_replication_role = replica; ${rows.map((row) => row.sql).join(';')}; ${jobs}; commit`)
  } finally {
    await client.end()
  }
}
