import { sql } from '@payloadcms/db-postgres/drizzle'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { readable } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'

export type CompanyCard = {
  id: string
  name: string
  legalName: string | null
  inn: string | null
  kpp: string | null
  phone: string | null
  email: string | null
  address: string | null
}

/** The chosen company's card; null when it is not the person's to see. */
export async function companyCard(context: QueryContext): Promise<CompanyCard | null> {
  const [row] = await query<CompanyCard>(
    context.req,
    sql`select c.id::text, c.name, c.legal_name as "legalName", c.inn, c.kpp, c.phone, c.email, c.address
        from companies c
        where ${readable(context, 'companies', 'c', 'id')} limit 1`,
  )
  return row ?? null
}

export type Payer = {
  id: string
  name: string
  inn: string | null
  kpp: string | null
  ogrn: string | null
  bankName: string | null
  account: string | null
}

/** Legal entities and entrepreneurs that the company buys as, by name. */
export function payersOf(context: QueryContext): Promise<Payer[]> {
  return query<Payer>(
    context.req,
    sql`select p.id::text, p.name, p.inn, p.kpp, p.ogrn, p.bank_name as "bankName", p.account from contractors p
        where ${readable(context, 'contractors', 'p')} and coalesce(p.active, true) order by p.name collate "ru-x-icu", p.id`,
  )
}

export type ContactPerson = {
  id: string
  name: string
  position: string | null
  email: string | null
  phone: string | null
}

/** The company's address book, by name. */
export function contactsOf(context: QueryContext): Promise<ContactPerson[]> {
  return query<ContactPerson>(
    context.req,
    sql`select p.id::text, p.name, p.position, p.email, p.phone from contacts p
        where ${readable(context, 'contacts', 'p')} and p.removed is not true order by p.name collate "ru-x-icu", p.id`,
  )
}
