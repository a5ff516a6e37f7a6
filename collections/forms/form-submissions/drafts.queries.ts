import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { query, type Runner } from '@/src/mechanisms/database/query'
import type { Typed } from '@/src/mechanisms/fieldsets/definition'

export type FormDraft = { typed: Typed; page: number }

/** What the person has typed into a form so far; nobody else reads it, and after thirty days nobody at all. */
export async function draftOf(runner: Runner, actor: Actor, form: string): Promise<FormDraft | null> {
  if (actor.collection !== 'users') return null
  const [row] = await query<FormDraft>(
    runner,
    sql`select typed, page from form_drafts where user_id = ${actor.id} and form_id = ${form} and expires_at > now()`,
  )
  return row ?? null
}
