import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { list, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import type { RowContext } from '@/src/mechanisms/workflow/rowContext'

/** What a reminder says: of which client, what is to be done, and whom it is for. */
export type Reminder = { client: string; text: string; assignee: string | null }

const EXCERPT = 280

/** What is to be done by a record: its next step, or what it is about. */
export const stepOf = ({ nextStep, body }: { nextStep: string | null; body: string }): string => {
  const text = nextStep || body
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text
}

/**
 * Whom a reminder is for when its hour comes: whoever was named, while they still serve clients, else the client's manager.
 * What was read yesterday by a manager is no reason to write to an editor today.
 */
export async function remindedNow(req: PayloadRequest, id: string): Promise<string | null> {
  const [one] = await query<{ id: string }>(
    req,
    sql`select s.id::text from interactions i join companies c on c.id = i.company_id join staff s on s.id in (i.assignee_id, c.manager_id)
        where i.id = ${id}::uuid and s.active and s.role::text = any(${list(staffWithClients)}) order by s.id = i.assignee_id desc nulls last limit 1`,
  )
  return one?.id ?? null
}

/** The reminder of a record, as its event tells it. */
export async function reminderOf({ req, row }: RowContext): Promise<Reminder> {
  const [company] = await selectFrom(req, 'companies', ['name'], sql`where id = ${String(row.company_id)}::uuid`)
  const words = { nextStep: row.next_step ? String(row.next_step) : null, body: String(row.body) }
  return {
    client: company?.name ?? '',
    text: stepOf(words),
    assignee: await remindedNow(req, String(row.id)),
  }
}
