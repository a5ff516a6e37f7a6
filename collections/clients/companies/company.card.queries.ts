import { sql } from '@payloadcms/db-postgres/drizzle'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { readable } from '@/src/mechanisms/access/context'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'

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
  const [row] = await selectFrom(
    context.req,
    'companies c',
    {
      id: 'id',
      name: 'name',
      legalName: 'legal_name',
      inn: 'inn',
      kpp: 'kpp',
      phone: 'phone',
      email: 'email',
      address: 'address',
    },
    sql`where ${readable(context, 'companies', 'c', 'id')} limit 1`,
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
  return selectFrom(
    context.req,
    'contractors p',
    { id: 'id', name: 'name', inn: 'inn', kpp: 'kpp', ogrn: 'ogrn', bankName: 'bank_name', account: 'account' },
    sql`where ${readable(context, 'contractors', 'p')} and coalesce(p.active, true) order by p.name collate "ru-x-icu", p.id`,
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
  return selectFrom(
    context.req,
    'contacts p',
    ['id', 'name', 'position', 'email', 'phone'],
    sql`where ${readable(context, 'contacts', 'p')} and p.removed is not true order by p.name collate "ru-x-icu", p.id`,
  )
}
