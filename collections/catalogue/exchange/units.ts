import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { query } from '@/src/mechanisms/database/query'
import { noCounts, type BulkCounts } from '@/src/mechanisms/exchange/bulk/bulkTable'
import type { UnitRecord, UnitRef } from '@/src/mechanisms/exchange/commerceml/records'

/** Short names by ОКЕИ code, and the units of the file at hand. */
export type Units = { names: Map<string, string>; told: Map<string, Told> }
type Told = { code: string; name: string | null; full: string | null }

export const UNITS = 'units'

export async function loadUnits({ payload }: PayloadRequest): Promise<Units> {
  const rows = await query<{ code: string; name: string }>(payload, sql`select code, name from units`)
  return { names: new Map(rows.map(({ code, name }) => [code, name])), told: new Map() }
}

/** A unit may be told twice: by its code alone and in full. What is told wins over what is not. */
export function tellUnit({ names, told }: Units, record: UnitRecord): void {
  const code = record.code.slice(0, 10)
  const before = told.get(code)
  const unit = {
    code,
    name: record.name?.slice(0, 40) ?? before?.name ?? null,
    full: record.fullName?.slice(0, 120) ?? before?.full ?? null,
  }
  told.set(code, unit)
  if (unit.name) names.set(code, unit.name)
}

/** What a product or an offer is counted in: newer schemas give the code alone. */
export const unitName = ({ names }: Units, unit: UnitRef | null): string | null =>
  unit?.name ?? (unit?.code ? (names.get(unit.code) ?? null) : null)

export async function keepUnits({ payload }: PayloadRequest, { told }: Units): Promise<BulkCounts> {
  const units = [...told.values()]
  const rows = await query<{ created: boolean }>(
    payload,
    sql`insert into units as u (code, name, full_name, created_at, updated_at)
        select code, coalesce(name, code), "full", now(), now() from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as t(code text, name text, "full" text)
        on conflict (code) do update set name = case when excluded.name = excluded.code then u.name else excluded.name end,
          full_name = coalesce(excluded.full_name, u.full_name), updated_at = now()
        where (u.name, u.full_name) is distinct from (case when excluded.name = excluded.code then u.name else excluded.name end, coalesce(excluded.full_name, u.full_name))
        returning u.xmax = 0 as created`,
  )
  const created = rows.filter((row) => row.created).length
  return {
    ...noCounts(),
    read: units.length,
    created,
    changed: rows.length - created,
    same: units.length - rows.length,
  }
}
