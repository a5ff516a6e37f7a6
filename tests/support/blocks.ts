import pg from 'pg'

/** What a statement has read while something ran: pages of 8 kB that the database looked into, from memory or disk. */
export type Read = { text: string; blocks: number }

/** Counts what statements on this database read; the run's server has pg_stat_statements loaded. */
export async function startBlockCount(
  databaseUrl: string,
): Promise<{ during: (work: () => Promise<unknown>) => Promise<Read[]>; stop: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('create extension if not exists pg_stat_statements')
  return {
    during: async (work) => {
      await client.query(
        `select pg_stat_statements_reset(0, (select oid from pg_database where datname = current_database()), 0)`,
      )
      await work()
      const { rows } = await client.query<Read>(
        `select query as text, (shared_blks_hit + shared_blks_read)::int as blocks from pg_stat_statements
         where dbid = (select oid from pg_database where datname = current_database()) and toplevel and query not like '%pg_stat_statements%'
         order by blocks desc`,
      )
      return rows
    },
    stop: () => client.end(),
  }
}

export const blocksOf = (reads: readonly Read[]): number => reads.reduce((sum, { blocks }) => sum + blocks, 0)
