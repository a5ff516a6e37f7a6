import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { isUuid } from '@/src/mechanisms/database/ids'
import { list, query } from '@/src/mechanisms/database/query'

export type InteractionRow = {
  id: string
  company: string
  client: string
  kind: 'note' | 'call' | 'meeting'
  at: string
  body: string
  outcome: string | null
  nextStep: string | null
  status: 'kept' | 'planned' | 'due' | 'done'
  remindAt: string | null
  contact: string | null
  contactPhone: string | null
  author: string | null
  assignee: string | null
  /** Whether the person may open the client, too. */
  reachable: boolean
}

/** What was written down of a client, newest first, what waits before all. */
export const interactionsOf = (context: QueryContext, company: string, limit: number): Promise<InteractionRow[]> =>
  isUuid(company) ? read(context, { company, limit }) : Promise.resolve([])

/** One record; null when it is not the person's to read. */
export const interactionById = async (context: QueryContext, id: string): Promise<InteractionRow | null> =>
  isUuid(id) ? ((await read(context, { id, limit: 1 }))[0] ?? null) : null

const read = (
  context: QueryContext,
  { company = null, id = null, limit }: { company?: string | null; id?: string | null; limit: number },
): Promise<InteractionRow[]> =>
  query<InteractionRow>(
    context.req,
    sql`select i.id::text, i.company_id::text as company, c.name as client, i.kind::text, i.at, i.body, i.outcome, i.next_step as "nextStep",
               i.status::text, i.remind_at as "remindAt", k.name as contact, k.phone as "contactPhone", s.name as author, a.name as assignee,
               coalesce(${readable(context, 'companies', 'c', 'id')}, false) as reachable
        from interactions i join companies c on c.id = i.company_id left join contacts k on k.id = i.contact_id
          left join staff s on s.id = i.author_id left join staff a on a.id = i.assignee_id
        where (${company}::uuid is null or i.company_id = ${company}::uuid) and (${id}::uuid is null or i.id = ${id}::uuid)
          and ${readable(context, 'interactions', 'i')}
        order by (i.status in ('planned', 'due')) desc, i.at desc, i.id limit ${limit}`,
  )

/** Whom one may ask to be reminded: everybody of the staff who works with clients. */
export const reminderAssignees = ({ req }: QueryContext): Promise<Array<{ id: string; name: string }>> =>
  query(
    req,
    sql`select id::text, name from staff where active and role::text = any(${list(staffWithClients)}) order by name, id`,
  )
