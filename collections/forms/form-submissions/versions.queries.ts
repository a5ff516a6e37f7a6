import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIn } from '@/src/mechanisms/database/ids'
import { execute, type Runner } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import type { FieldSet } from '@/src/mechanisms/fieldsets/definition'

/** The version of a form that asks exactly this; made when the first answer to it comes, and never changed. */
export async function versionOf(runner: Runner, form: string, set: FieldSet): Promise<string> {
  const definition = JSON.stringify(set)
  const digest = createHash('sha256').update(definition).digest('hex')
  await execute(
    runner,
    sql`insert into form_versions (form_id, digest, definition) values (${form}, ${digest}, ${definition}::jsonb) on conflict (form_id, digest) do nothing`,
  )
  const [row] = await selectFrom(runner, 'form_versions', ['id'], sql`where form_id = ${form} and digest = ${digest}`)
  if (!row) throw new Error('A version of a form was not kept')
  return row.id
}

/** The questions of an answer as they stood, and what was answered as the kinds of fields keep it. */
export type KeptAnswer = { set: FieldSet; values: Record<string, unknown> }

/**
 * What was answered, by the ids of answers that the reader has read already. Answers from before there were versions are
 * not among them.
 */
export async function keptAnswers(runner: Runner, ids: readonly string[]): Promise<Map<string, KeptAnswer>> {
  const answers = await selectFrom(
    runner,
    'form_submissions',
    ['id', 'version', 'values'],
    sql`where ${idIn(sql`id`, ids)} and version is not null`,
  )
  const named = [...new Set(answers.flatMap(({ version }) => version ?? []))]
  const versions = await selectFrom(runner, 'form_versions', ['id', 'definition'], sql`where ${idIn(sql`id`, named)}`)
  // Both were written by this portal: a definition by `versionOf`, values by the schemas of its fields.
  const sets = new Map(versions.map(({ id, definition }) => [id, definition as FieldSet]))
  return new Map(
    answers.flatMap(({ id, version, values }) => {
      const set = sets.get(version ?? '')
      return set ? [[id, { set, values: (values ?? {}) as KeptAnswer['values'] }] as const] : []
    }),
  )
}
