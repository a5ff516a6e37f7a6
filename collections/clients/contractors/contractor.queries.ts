import { sql } from '@payloadcms/db-postgres/drizzle'
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
  const [row] = await query<Found>(
    runner,
    sql`select c.name as "companyName", c.legal_name as "companyLegalName", c.inn as "companyInn", c.kpp as "companyKpp", c.address as "companyAddress",
               c.phone, c.email, k.name, k.legal_name as "legalName", k.kind, k.inn, k.kpp, k.ogrn, k.legal_address as address,
               k.bank_name as "bankName", k.bik, k.account, k.corr_account as "corrAccount", k.signer_post as "signerPost",
               k.signer_name as "signerName", k.signer_genitive as "signerGenitive", k.signer_basis as "signerBasis"
        from companies c left join contractors k on k.id = ${contractor}::uuid and k.company_id = c.id where c.id = ${company}::uuid`,
  )
  if (!row) return null
  const { companyName, companyLegalName, companyInn, companyKpp, companyAddress, ...payer } = row
  const address = payer.address ?? companyAddress
  if (payer.name === null)
    return {
      ...payer,
      name: companyName,
      legalName: companyLegalName,
      kind: 'legal',
      inn: companyInn,
      kpp: companyKpp,
      address,
    }
  return { ...payer, name: payer.name, kind: payer.kind ?? 'legal', inn: payer.inn ?? companyInn, address }
}

type Found = Omit<PrintParty, 'name' | 'kind'> & {
  name: string | null
  kind: 'legal' | 'entrepreneur' | 'person' | null
  companyName: string
  companyLegalName: string | null
  companyInn: string | null
  companyKpp: string | null
  companyAddress: string | null
}
