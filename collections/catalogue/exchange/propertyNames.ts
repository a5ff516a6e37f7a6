import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { query } from '@/src/mechanisms/database/query'
import type { PropertyRecord } from '@/src/mechanisms/exchange/commerceml/records'

/** Names of 1C's properties by id, the words of each one's listed values by theirs; `told` are those of the file that are not kept yet. */
export type PropertyNames = {
  names: Map<string, string>
  options: Map<string, Map<string, string>>
  told: Map<string, PropertyRecord>
}

export async function loadNames({ payload }: PayloadRequest): Promise<PropertyNames> {
  const rows = await query<{ id: string; name: string; options: Record<string, string> }>(
    payload,
    sql`select external_id as id, name, options from exchange_properties`,
  )
  return {
    names: new Map(rows.map(({ id, name }) => [id, name])),
    options: new Map(rows.map(({ id, options }) => [id, new Map(Object.entries(options))])),
    told: new Map(),
  }
}

/** What a value of a property is called: a listed one by its word, any other as it is. */
export const propertyWord = ({ options }: PropertyNames, property: string, value: string): string =>
  (options.get(property)?.get(value) ?? value).trim()

export function tellName({ names, options, told }: PropertyNames, record: PropertyRecord): void {
  told.set(record.externalId, record)
  if (record.name) names.set(record.externalId, record.name)
  const words = options.get(record.externalId) ?? new Map<string, string>()
  options.set(record.externalId, words)
  for (const { externalId, value } of record.values) if (externalId) words.set(externalId, value)
}

/**
 * Keeps what was told of properties, and renews the words of goods that came before: a property or a value that has
 * another name now, or has one at last. To be called before goods of the same file are written. Gives their ids.
 */
export async function keepNames({ payload }: PayloadRequest, words: PropertyNames): Promise<string[]> {
  const told = [...words.told.values()].flatMap(({ externalId, name, values }) =>
    name
      ? [
          {
            id: externalId,
            name,
            options: Object.fromEntries(values.flatMap((one) => (one.externalId ? [[one.externalId, one.value]] : []))),
          },
        ]
      : [],
  )
  words.told.clear()
  if (told.length === 0) return []
  const changed = await query<{ id: string; name: string; options: Record<string, string> }>(
    payload,
    sql`insert into exchange_properties as p (external_id, name, options)
        select id, name, options from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t(id text, name text, options jsonb)
        on conflict (external_id) do update set name = excluded.name, options = p.options || excluded.options
        where (p.name, p.options) is distinct from (excluded.name, p.options || excluded.options)
        returning external_id as id, name, options`,
  )
  if (changed.length === 0) return []
  const rows = await query<{ id: string }>(
    payload,
    sql`with changed as (
          select * from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as t(id text, name text, options jsonb)
        ), renewed as (
          select p.id, array_agg(e.key) as former, jsonb_object_agg(c.name, w.words) as words, jsonb_object_agg(c.name, e.value) as refs
          from products p cross join lateral jsonb_each(p.property_refs) e join changed c on c.id = e.value ->> 0
          cross join lateral (
            select case count(*) when 1 then jsonb_agg(word) -> 0 else jsonb_agg(word order by place) end as words
            from (select trim(coalesce(c.options ->> v.value, v.value)) as word, min(v.place) as place
                  from jsonb_array_elements_text(e.value) with ordinality v(value, place) where v.place > 1 group by 1) told where word <> ''
          ) w
          where w.words is not null group by p.id
        )
        update products p set properties = (case when jsonb_typeof(p.properties) = 'object' then p.properties else '{}' end - r.former) || r.words,
          property_refs = (p.property_refs - r.former) || r.refs, updated_at = now()
        from renewed r where r.id = p.id and (not p.properties @> r.words or not p.property_refs @> r.refs or p.properties is null) returning p.id::text as id`,
  )
  return rows.map(({ id }) => id)
}
