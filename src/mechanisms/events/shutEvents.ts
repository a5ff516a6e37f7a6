import { sql } from '@payloadcms/db-postgres/drizzle'
import { siteOfCompany } from '../sites/siteOfCompany'
import { execute, list, type Runner } from '../database/query'

/** The history of records that have gone over to `company`: staff alone read it now, and what people were told of them is taken back. */
export async function shutEvents(
  runner: Runner,
  { entity, ids, company }: { entity: string; ids: readonly string[]; company: string },
): Promise<void> {
  await execute(
    runner,
    sql`delete from notifications n using events e where e.id = n.event_id and n.user_id is not null and e.entity = ${entity} and e.entity_id = any(${list(ids)})`,
  )
  await execute(
    runner,
    sql`update events set internal = true, company_id = ${company}, site_id = ${siteOfCompany(company)}, updated_at = now() where entity = ${entity} and entity_id = any(${list(ids)})`,
  )
}
