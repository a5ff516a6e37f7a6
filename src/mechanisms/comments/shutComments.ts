import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, list, type Runner } from '../database/query'

/** The correspondence of records that have gone over to `company`, with its files: staff alone read it now. */
export async function shutComments(
  runner: Runner,
  { entity, ids, company }: { entity: string; ids: readonly string[]; company: string },
): Promise<void> {
  await execute(
    runner,
    sql`update document_files f set internal = true, company_id = ${company}, updated_at = now() from comments_rels r join comments k on k.id = r.parent_id
        where r.path = 'files' and f.id = r.document_files_id and k.entity = ${entity} and k.entity_id = any(${list(ids)})`,
  )
  await execute(
    runner,
    sql`update comments set internal = true, company_id = ${company}, updated_at = now() where entity = ${entity} and entity_id = any(${list(ids)})`,
  )
}
