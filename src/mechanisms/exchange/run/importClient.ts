import pg from 'pg'
import { settings } from '@/src/lib/settings'

/**
 * A connection for COPY. Its portions need not reach the disk one by one: the file is marked as done by a
 * durable commit, which carries everything before it, and until then the file is applied again.
 */
export async function importClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: settings().DATABASE_URL, application_name: 'kabinet-import', options: '-c synchronous_commit=off' })
  await client.connect()
  return client
}
