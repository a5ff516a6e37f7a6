import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { execute, query } from '@/src/mechanisms/database/query'
import type { PropertyRecord } from '@/src/mechanisms/exchange/commerceml/records'

/** Names of 1C's properties by id and words of their listed values; `told` are those of the file at hand. */
export type PropertyNames = { names: Map<string, string>; options: Map<string, string>; told: PropertyRecord[] }

export async function loadNames({ payload }: PayloadRequest): Promise<PropertyNames> {
  const rows = await query<{ id: string; name: string; options: Record<string, string> }>(payload, sql`select external_id as id, name, options from exchange_properties`)
  return {
    names: new Map(rows.map(({ id, name }) => [id, name])),
    options: new Map(rows.flatMap(({ options }) => Object.entries(options))),
    told: [],
  }
}

export function tellName({ names, options, told }: PropertyNames, record: PropertyRecord): void {
  told.push(record)
  if (record.name) names.set(record.externalId, record.name)
  for (const { externalId, value } of record.values) if (externalId) options.set(externalId, value)
}

export async function keepNames({ payload }: PayloadRequest, { told }: PropertyNames): Promise<void> {
  for (const property of told) {
    if (!property.name) continue
    const options = Object.fromEntries(property.values.flatMap(({ externalId, value }) => (externalId ? [[externalId, value]] : [])))
    await execute(
      payload,
      sql`insert into exchange_properties as p (external_id, name, options) values (${property.externalId}, ${property.name}, ${JSON.stringify(options)}::jsonb)
          on conflict (external_id) do update set name = excluded.name, options = p.options || excluded.options
          where (p.name, p.options) is distinct from (excluded.name, p.options || excluded.options)`,
    )
  }
}
