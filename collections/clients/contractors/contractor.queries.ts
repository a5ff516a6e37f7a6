import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'
import type { PrintParty } from '@/src/mechanisms/print/templates/party'

/**
 * Who buys, as papers name them: the contractor of a record, and what it lacks of its company. The caller has checked that
 * the person reads the record.
 */
export async function buyerOf(
  runner: Runner,
  { company, contractor }: { company: string; contractor: string | null },
): Promise<PrintParty | null> {
  const [row] = await query<PrintParty>(
    runner,
    sql`select coalesce(k.name, c.name) as name, coalesce(k.legal_name, k.name, c.legal_name, c.name) as "legalName", coalesce(k.kind::text, 'legal') as kind,
               coalesce(k.inn, c.inn) as inn, case when k.id is null then c.kpp else k.kpp end as kpp, k.ogrn, coalesce(k.legal_address, c.address) as address,
               c.phone, c.email, k.bank_name as "bankName", k.bik, k.account, k.corr_account as "corrAccount",
               k.signer_post as "signerPost", k.signer_name as "signerName", k.signer_genitive as "signerGenitive", k.signer_basis as "signerBasis"
        from companies c left join contractors k on ${idIs(sql`k.id`, contractor)} and k.company_id = c.id where ${idIs(sql`c.id`, company)}`,
  )
  return row ?? null
}
