import type { PayloadRequest } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { provideCompanyBook } from '@/collections/people/people.api'
import type { Actor } from '@/src/mechanisms/access/actor'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'

type Contact = { id: string; company: string | null; name: string }

/** What people ask of companies and their address books. 1C hears of every entry that changes. */
export const contactBook = provideCompanyBook({
  nameOf: (row) => sql`(select c.name from companies c where c.id = ${sql.raw(`${row}.company_id`)})`,
  entryOf: (row) =>
    sql`select k.name, k.email, k.phone, k.position from contacts k
        where k.company_id = ${sql.raw(`${row}.company_id`)} and k.user_id = ${sql.raw(`${row}.user_id`)} order by k.created_at limit 1`,
  link: async (req, actor, { company, user }, entry) => {
    // The ERP's own row when it sent one with this address.
    const linked = await update(
      req,
      sql`user_id = ${user}, portal_role_id = ${entry.portalRole}, portal_access = true`,
      sql`company_id = ${company} and (user_id = ${user} or lower(email) = ${entry.email})`,
      actor,
    )
    if (linked > 0) return
    const [made] = await query<{ id: string }>(
      req,
      sql`insert into contacts (company_id, name, email, phone, position, portal_role_id, portal_access, user_id, created_at, updated_at)
          values (${company}, ${entry.name}, ${entry.email}, ${entry.phone}, ${entry.position}, ${entry.portalRole}, true, ${user}, now(), now()) returning id::text`,
    )
    if (!made) throw new Error('The contact was not written')
    await recordEvent(req, {
      type: 'contact.added',
      entity: 'contacts',
      entityId: made.id,
      company,
      internal: true,
      data: { name: entry.name },
      actor,
    })
  },
  unlink: async (req, { company, user }) => {
    await update(req, sql`portal_access = false, user_id = null`, sql`company_id = ${company} and user_id = ${user}`)
  },
  change: async (req, { company, user }, to) => {
    const whose = company === undefined ? ownHere(user) : sql`company_id = ${company} and user_id = ${user}`
    const told = Object.entries(columns(to)).filter(([, value]) => value !== undefined)
    const [names, values] = [told.map(([name]) => sql.identifier(name)), told.map(([, value]) => value)]
    await update(
      req,
      sql.join(
        told.map(([name, value]) => sql`${sql.identifier(name)} = ${value}`),
        sql`, `,
      ),
      sql`${whose} and (${sql.join(
        names.map((name, at) => sql`${name} is distinct from ${values[at]}`),
        sql` or `,
      )})`,
    )
  },
  announce: async (req, company) => {
    const [row] = await selectFrom(
      req,
      'companies',
      ['id', 'name'],
      sql`where ${idIs(sql`id`, company)} and status = 'new' and external_id is null`,
    )
    if (row)
      await recordEvent(req, {
        type: 'company.registered',
        entity: 'companies',
        entityId: row.id,
        company: row.id,
        internal: true,
        data: { name: row.name },
      })
  },
})

/** Rows that the person themselves may keep right: of companies where they work now, none that they left or were only asked to. */
const ownHere = (user: string | null): SQL =>
  sql`user_id = ${user} and exists (select 1 from memberships m where m.user_id = contacts.user_id and m.company_id = contacts.company_id and m.state = 'active')`

const columns = (to: Parameters<typeof contactBook.change>[2]): Record<string, unknown> => ({
  name: to.name,
  email: to.email,
  phone: to.phone,
  position: to.position,
  portal_role_id: to.portalRole,
  portal_access: to.portalAccess,
})

/** Writes rows of the address book and tells 1C which. Gives how many. */
async function update(req: PayloadRequest, set: SQL, where: SQL, actor?: Actor): Promise<number> {
  const rows = await query<Contact>(
    req,
    sql`update contacts set ${set}, updated_at = now() where ${where} returning id::text, company_id::text as company, name`,
  )
  for (const { id, company, name } of rows) {
    await recordEvent(req, {
      type: 'contact.changed',
      entity: 'contacts',
      entityId: id,
      company,
      internal: true,
      data: { name },
      ...(actor ? { actor } : {}),
    })
  }
  return rows.length
}
