import type { PayloadRequest } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'

type Contact = { id: string; company: string | null; name: string }

/** Rows of the address books that the person themselves may keep right: of companies where they work now, none that they left or were only asked to. */
export const ownContacts = (user: string | null): SQL =>
  sql`user_id = ${user} and exists (select 1 from memberships m where m.user_id = contacts.user_id and m.company_id = contacts.company_id and m.state = 'active')`

/** Writes rows of the address book that stand for a person, where something differs, and tells 1C which. Gives how many. */
export async function updateContacts(req: PayloadRequest, set: SQL, where: SQL, actor?: Actor): Promise<number> {
  const rows = await query<Contact>(req, sql`update contacts set ${set}, updated_at = now() where ${where} returning id::text, company_id::text as company, name`)
  for (const { id, company, name } of rows) {
    await recordEvent(req, { type: 'contact.changed', entity: 'contacts', entityId: id, company, internal: true, data: { name }, ...(actor ? { actor } : {}) })
  }
  return rows.length
}
