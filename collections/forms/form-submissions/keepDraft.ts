import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { execute, type Runner } from '@/src/mechanisms/database/query'
import { inputsOf } from '@/src/mechanisms/fieldsets/checkAnswers'
import type { FieldSet, Typed } from '@/src/mechanisms/fieldsets/definition'

/**
 * Keeps what a person of the cabinet has typed into a form so far, to go on with on any device; of others nothing is kept,
 * nor what the form does not ask. It comes every other second, so that no journal has a line of it.
 */
export async function keepDraft(
  runner: Runner,
  actor: Actor,
  { form, typed, page }: { form: { id: string; set: FieldSet }; typed: Typed; page: number },
): Promise<void> {
  if (actor.collection !== 'users') return
  const kept = JSON.stringify(inputsOf(form.set, typed))
  await execute(
    runner,
    sql`insert into form_drafts (user_id, form_id, typed, page, updated_at, expires_at)
        values (${actor.id}, ${form.id}, ${kept}::jsonb, ${page}, now(), now() + interval '30 days')
        on conflict (user_id, form_id) do update
          set typed = excluded.typed, page = excluded.page, updated_at = now(), expires_at = excluded.expires_at`,
  )
}
