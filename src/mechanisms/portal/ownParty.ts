import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'

export type OwnParty = { name: string; inn?: string; kpp?: string; address?: string; phone?: string }

/** The company that the portal belongs to, as its papers name it. */
export async function ownParty(runner: Runner): Promise<OwnParty> {
  const [row] = await query<{ name: string | null; inn: string | null; kpp: string | null; address: string | null; phone: string | null }>(
    runner,
    sql`select coalesce(legal_name, name) as name, inn, kpp, address, phone from company_details limit 1`,
  )
  return {
    name: row?.name ?? 'Kabinet',
    ...(row?.inn ? { inn: row.inn } : {}),
    ...(row?.kpp ? { kpp: row.kpp } : {}),
    ...(row?.address ? { address: row.address } : {}),
    ...(row?.phone ? { phone: row.phone } : {}),
  }
}
