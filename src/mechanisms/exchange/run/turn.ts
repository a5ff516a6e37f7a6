import pg from 'pg'
import { settings } from '@/src/lib/settings'

/** Class of the advisory locks by which one worker at a time works for a node. */
const TURN = 7_216_002

/**
 * A connection for COPY. Its portions need not reach the disk one by one: the file is marked as done by a
 * durable commit, which carries everything before it, and until then the file is applied again.
 */
export async function importClient(): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: settings().DATABASE_URL,
    application_name: 'kabinet-import',
    options: '-c synchronous_commit=off',
  })
  await client.connect()
  return client
}

/**
 * Does `work` if nobody else works for the node, else gives `busy`. The turn goes with the connection, however the
 * process ends. What a node sent is thus applied in its order, while any number of nodes are served side by side.
 */
export async function inTurn<T>(node: string, work: () => Promise<T>): Promise<T | 'busy'> {
  const client = await importClient()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as mine', [
      TURN,
      node,
    ])
    return rows[0]?.mine ? await work() : 'busy'
  } finally {
    await client.end()
  }
}
