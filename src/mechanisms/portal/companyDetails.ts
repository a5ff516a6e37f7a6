import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'

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
