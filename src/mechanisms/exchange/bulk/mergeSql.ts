import { isTrusted } from '../clock'
import type { BulkTable } from './bulkTable'

/** Statements of a merge, made once for each table. Names come from declarations, never from data. */
export type MergeSql = {
  stage: string
  copy: string
  /** Ordinals (from 1) of the rows of two arrays, keys and hashes, that are not stored like that. */
  differing: string
  /** Gives a row when any of the staged rows is stored already: else there is nothing to compare or to clear. */
  stored: string
  same: string
  older: string
  /** Takes out rows whose required record is not there: `n`, and `wants` as texts of JSON. */
  orphans: string
  /** Before the merge: empties what rows tell to be empty, and writes what the merge could not tell from a fallback. */
  clear: readonly string[]
  /** Gives `id`, `created`, and `late`: whether an optional relation of the row points to nothing yet. */
  merge: string
  /** Remembers relations that point to nothing yet, so that they are made when their record comes. */
  remember: readonly string[]
  /** Forgets those of staged rows that point elsewhere now, or have been made. */
  forget: readonly string[]
}

/**
 * The row of a table with this identifier, looked up by its index for each row before it. A plain join would read the
 * whole table for every portion: a staging table has no statistics, and a portion looks large to the planner.
 */
const lookup = (table: string, key: string, columns: string, alias: string): string =>
  `lateral (select ${columns} from "${table}" where external_id = ${key} limit 1) ${alias}`

/** Whether a person has taken this column of the stored row over. */
export const isOverridden = (override: string, name: string): string =>
  `coalesce(jsonb_exists(t."${override}", '${name}'), false)`

/** Takes rows out of a staging table by their places: a join of it with itself goes astray where nothing is known of its numbers. */
const without = (stage: string): string => `delete from ${stage} where ctid = any(array`

export function mergeSql(declaration: BulkTable): MergeSql {
  const { table, columns, addOnly } = declaration
  const names = Object.keys(columns)
  const stage = `stage_${declaration.entity.replace(/\W/g, '_')}`
  const required = names.filter((name) => columns[name]?.ref?.required)
  const loose = names.filter((name) => columns[name]?.ref?.required === false)
  return {
    stage: `create temp table if not exists ${stage} (n int not null, hash text not null, external_id text not null${names.map((name) => `, "${name}" text`).join('')}) on commit delete rows`,
    copy: `copy ${stage} from stdin`,
    differing: `select u.n::int as n from unnest($1::text[], $2::text[]) with ordinality u(external_id, hash, n)
        left join ${lookup(table, 'u.external_id', 'id, sync_hash', 't')} on true where t.sync_hash is distinct from u.hash${addOnly ? ' and t.id is null' : ''}`,
    stored: `select 1 from ${stage} s cross join ${lookup(table, 's.external_id', 'id', 't')} limit 1`,
    older: `${without(stage)} (select s.ctid from ${stage} s cross join ${lookup(table, 's.external_id', 'sync_time', 't')}
        where t.sync_time > $1::timestamptz and ${isTrusted('t.sync_time')})) returning n`,
    // Stored meanwhile by another worker, or still without the record that an optional relation points to.
    same: `${without(stage)} (select s.ctid from ${stage} s cross join ${lookup(table, 's.external_id', '*', 't')} where t.sync_hash = s.hash${
      loose.length === 0
        ? ''
        : ` or (t.sync_hash = s.hash || '~' and not (${loose
            .map(
              (name) =>
                `exists (select 1 from "${columns[name]?.ref?.table}" r where r.external_id = s."${name}" and r.id is distinct from t."${name}_id")`,
            )
            .join(' or ')}))`
    }))`,
    orphans:
      required.length === 0
        ? ''
        : `with orphans as materialized (select s.ctid as place, s.n, array_to_json(array_remove(array[${required
            .map(
              (name) =>
                `case when r_${name}.id is null then json_build_object('kind', '${columns[name]?.ref?.table}', 'key', s."${name}")::text end`,
            )
            .join(
              ', ',
            )}], null)) as wants from ${stage} s ${required.map((name) => `left join ${lookup(columns[name]?.ref?.table ?? '', `s."${name}"`, 'id', `r_${name}`)} on true`).join(' ')}
        where ${required.map((name) => `r_${name}.id is null`).join(' or ')}), gone as (${without(stage)} (select place from orphans)))
        select n, wants from orphans`,
    clear: addOnly
      ? []
      : names
          .filter((name) => columns[name]?.none)
          .map(
            (name) => `update "${table}" t set "${name}" = null from ${stage} s
        where s."${name}" = '${columns[name]?.none}' and t.external_id = s.external_id and t."${name}" is not null`,
          )
          .concat(
            names
              .filter((name) => columns[name]?.fallbackSql)
              .map(
                (name) =>
                  `update "${table}" t set "${name}" = s."${name}" from ${stage} s where t.external_id = s.external_id and t."${name}" is distinct from s."${name}" and s."${name}" is not null`,
              ),
          ),
    merge: merge(declaration, stage),
    remember: loose.map(
      (name) => `insert into exchange_late (table_name, column_name, external_id, wanted)
        select '${table}', '${name}', s.external_id, s."${name}" from ${stage} s join "${table}" t on t.external_id = s.external_id
        where s."${name}" is not null and t."${name}_id" is null and t.sync_hash = s.hash || '~'
          and not exists (select 1 from "${columns[name]?.ref?.table}" r where r.external_id = s."${name}")
        on conflict (table_name, column_name, external_id) do update set wanted = excluded.wanted`,
    ),
    forget: addOnly
      ? []
      : loose.map(
          (name) => `delete from exchange_late l using ${stage} s
        where l.table_name = '${table}' and l.column_name = '${name}' and l.external_id = s.external_id
          and (s."${name}" is null or exists (select 1 from "${columns[name]?.ref?.table}" r where r.external_id = s."${name}"))`,
        ),
  }
}

function merge({ table, columns, conflict, addOnly, unique }: BulkTable, stage: string): string {
  const names = Object.keys(columns)
  const refs = names.filter((name) => columns[name]?.ref)
  /** Of a record that is pointed to: its id, and what rows take over from it. */
  const likes = (ref: string): string =>
    [
      'id',
      ...new Set(Object.values(columns).flatMap(({ like }) => (like?.ref === ref ? [`"${like.column}"`] : []))),
    ].join(', ')
  const target = (name: string): string => (columns[name]?.ref ? `${name}_id` : name)
  /** What came, null where nothing was told. */
  const told = (name: string): string => {
    const { fallback } = columns[name] ?? {}
    return fallback ? `nullif(excluded."${target(name)}", '${fallback}')` : `excluded."${target(name)}"`
  }
  const value = (name: string): string => {
    const column = columns[name]
    if (column?.ref) return `r_${name}.id`
    if (name === unique) {
      return `case when exists (select 1 from "${table}" u where u."${name}" = s."${name}" and u.external_id is distinct from s.external_id)
                     or row_number() over (partition by s."${name}" order by s.n) > 1
                   then left(s."${name}", 100) || '-' || left(md5(s.external_id), 10) else s."${name}" end`
    }
    if (column?.fallback) return `coalesce(s."${name}", '${column.fallback}')`
    if (column?.fallbackSql) return `coalesce(s."${name}", ${column.fallbackSql})`
    if (column?.like) return `coalesce(s."${name}", r_${column.like.ref}."${column.like.column}")`
    const came = column?.none ? `nullif(s."${name}", '${column.none}')` : `s."${name}"`
    return column?.type === 'text' ? came : `${came}::${column?.type}`
  }
  // The hash of a row with an unresolved optional relation is marked, so that it is looked at again when it comes again.
  const loose = refs.filter((name) => !columns[name]?.ref?.required)
  const hash =
    loose.length === 0
      ? 's.hash'
      : `case when ${loose.map((name) => `(s."${name}" is not null and r_${name}.id is null)`).join(' or ')} then s.hash || '~' else s.hash end`
  const updates = names.filter((name) => !columns[name]?.insertOnly && !columns[name]?.fallbackSql)
  const set = updates.map((name) => {
    const column = target(name)
    const { keysIn, unless, override, keepsNull } = columns[name] ?? {}
    if (unless) return `"${column}" = excluded."${column}" and t."${unless}" is not true`
    if (keysIn) {
      const others = `(case when jsonb_typeof(t."${column}") = 'object' then t."${column}" else '{}' end - array(select jsonb_object_keys(coalesce(t."${keysIn}", '{}'))))`
      return `"${column}" = case when excluded."${column}" is null then t."${column}" else ${others} || excluded."${column}" end`
    }
    const next = keepsNull ? `coalesce(${told(name)}, t."${column}")` : `excluded."${column}"`
    return override
      ? `"${column}" = case when ${isOverridden(override, name)} then t."${column}" else ${next} end`
      : `"${column}" = ${next}`
  })
  const overridden = [...new Set(updates.flatMap((name) => columns[name]?.override ?? []))].map((override) => {
    const kept = updates.filter((name) => columns[name]?.override === override)
    // What is not told stays as it was told before, where that is what the column itself would do.
    const news = kept.map((name) => {
      const value = `to_jsonb(${told(name)})`
      return `('${name}', ${columns[name]?.keepsNull ? value : `coalesce(${value}, 'null')`})`
    })
    return `"${override}" = t."${override}" || (select coalesce(jsonb_object_agg(told.name, told.value), '{}') from (values ${news.join(', ')}) told(name, value) where told.value is not null and jsonb_exists(t."${override}", told.name))`
  })
  set.push(...overridden)
  const key = conflict
    ? `(${conflict.columns.map((name) => `"${name}"`).join(', ')})${conflict.where ? ` where ${conflict.where}` : ''}`
    : '(external_id)'
  return `insert into "${table}" as t (external_id, sync_hash, sync_node, sync_run, synced_at, sync_time, created_at, updated_at${names.map((name) => `, "${target(name)}"`).join('')})
    select s.external_id, ${hash}, $1, $2, now(), $3::timestamptz, now(), now()${names.map((name) => `, ${value(name)}`).join('')}
    from ${stage} s
    ${refs.map((name) => `left join ${lookup(columns[name]?.ref?.table ?? '', `s."${name}"`, likes(name), `r_${name}`)} on true`).join('\n    ')}
    order by s.n
    on conflict ${key} do ${
      addOnly
        ? 'nothing'
        : `update set external_id = excluded.external_id, sync_hash = excluded.sync_hash, sync_node = excluded.sync_node, sync_run = excluded.sync_run, synced_at = excluded.synced_at, sync_time = coalesce(excluded.sync_time, t.sync_time), updated_at = excluded.updated_at${set.length > 0 ? `, ${set.join(', ')}` : ''}`
    }
    returning t.id::text as id, (t.xmax = 0) as created${loose.length > 0 ? `, right(t.sync_hash, 1) = '~' as late` : ''}`
}
