import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'
import type { PrintParty } from '../print/templates/party'

export type CompanyDetails = {
  name: string
  inn: string | null
  kpp: string | null
  address: string | null
  phone: string | null
}

/** The company whose portal it is, as papers name it; undefined until an administrator has said who it is. */
export async function companyDetailsOf(runner: Runner): Promise<CompanyDetails | undefined> {
  const [row] = await query<CompanyDetails>(
    runner,
    sql`select coalesce(legal_name, name, '') as name, inn, kpp, address, phone from company_details limit 1`,
  )
  return row
}

export type BankDetails = {
  payee: string
  inn: string | null
  kpp: string | null
  bankName: string
  bik: string
  account: string
  corrAccount: string | null
  vatPayer: boolean
}

/** Where the company is paid; what is not filled in is empty. */
export async function bankDetailsOf(runner: Runner): Promise<BankDetails | undefined> {
  const [row] = await query<BankDetails>(
    runner,
    sql`select coalesce(nullif(legal_name, ''), name, '') as payee, inn, kpp, coalesce(bank_name, '') as "bankName", coalesce(bik, '') as bik,
               coalesce(account, '') as account, nullif(corr_account, '') as "corrAccount", coalesce(vat_payer, true) as "vatPayer"
        from company_details limit 1`,
  )
  return row
}

/** The company whose portal it is as a side of a contract, with whoever signs for it. */
export async function sellerOf(runner: Runner): Promise<PrintParty> {
  const [row] = await query<Omit<PrintParty, 'name' | 'kind'> & { name: string | null }>(
    runner,
    sql`select d.name, d.legal_name as "legalName", d.inn, d.kpp, d.ogrn, d.address, d.phone, d.email, d.bank_name as "bankName", d.bik, d.account,
               d.corr_account as "corrAccount", d.director_post as "signerPost", d.director as "signerName", d.director_genitive as "signerGenitive",
               d.director_basis as "signerBasis"
        from company_details d limit 1`,
  )
  return row ? { ...row, name: row.name || row.legalName || '', kind: 'legal' } : nobody
}

const nobody: PrintParty = {
  name: '',
  legalName: null,
  kind: 'legal',
  inn: null,
  kpp: null,
  ogrn: null,
  address: null,
  phone: null,
  email: null,
  bankName: null,
  bik: null,
  account: null,
  corrAccount: null,
  signerPost: null,
  signerName: null,
  signerGenitive: null,
  signerBasis: null,
}
