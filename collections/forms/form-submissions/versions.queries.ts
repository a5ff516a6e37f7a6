import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIn } from '@/src/mechanisms/database/ids'
import { execute, query, type Runner } from '@/src/mechanisms/database/query'
import type { FieldSet } from '@/src/mechanisms/fieldsets/definition'

/** The version of a form that asks exactly this; made when the first answer to it comes, and never changed. */
export async function versionOf(runner: Runner, form: string, set: FieldSet): Promise<string> {
  const definition = JSON.stringify(set)
  const digest = createHash('sha256').update(definition).digest('hex')
  await execute(
    runner,
    sql`insert into form_versions (form_id, digest, definition) values (${form}, ${digest}, ${definition}::jsonb) on conflict (form_id, digest) do nothing`,
  )
  const [row] = await query<{ id: string }>(
    runner,
    sql`select id::text from form_versions where form_id = ${form} and digest = ${digest}`,
  )
  if (!row) throw new Error('A version of a form was not kept')
  return row.id
}

/** Definitions by the ids of their versions. Access lies with the answers that name them. */
export async function definitionsOf(runner: Runner, versions: readonly string[]): Promise<Map<string, FieldSet>> {
  if (versions.length === 0) return new Map()
  const rows = await query<{ id: string; definition: FieldSet }>(
    runner,
    sql`select id::text, definition from form_versions where ${idIn(sql`id`, versions)}`,
  )
  return new Map(rows.map(({ id, definition }) => [id, definition]))
}
