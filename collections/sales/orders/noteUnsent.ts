import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/mechanisms/database/query'

/** An order that 1C has, or may have, and that people have changed since. */
export async function noteUnsent(req: PayloadRequest, id: string): Promise<void> {
  await execute(
    req,
    sql`update orders set unsent_since = clock_timestamp() where id = ${id} and (exported_at is not null or offered_at is not null)`,
  )
}
