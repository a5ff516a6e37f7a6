import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import type { Runner } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import type { Typed } from '@/src/mechanisms/fieldsets/definition'

export type FormDraft = { typed: Typed; page: number }

/** What the person has typed into a form so far; nobody else reads it, and after thirty days nobody at all. */
export async function draftOf(runner: Runner, actor: Actor, form: string): Promise<FormDraft | null> {
  if (actor.collection !== 'users') return null
  const [row] = await selectFrom(
    runner,
    'form_drafts',
    ['typed', 'page'],
    sql`where user_id = ${actor.id} and form_id = ${form} and expires_at > now()`,
  )
  // Written by `forms.keepDraft` alone.
  return row ? { typed: row.typed as Typed, page: row.page } : null
}
