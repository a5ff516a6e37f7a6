import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import type { Counterparty } from '@/src/mechanisms/exchange/commerceml/records'
import type { ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import { bareId } from '@/src/mechanisms/exchange/source'

/** A client that a counterparty of 1C may be, and the payer among its own when the counterparty names one. */
export type Candidate = { company: string; contractor: string | null }

/**
 * Whom the counterparties of a document mean: those found by the strongest sign alone — an identifier of a payer, of a
 * client, then ИНН of either. Several share an ИНН now and then; nobody: the portal does not know them.
 */
export async function clientsOf(
  { req }: Pick<ConsumerContext, 'req'>,
  parties: readonly Counterparty[],
): Promise<Candidate[]> {
  for (const { externalId, inn } of [...parties].sort((a, b) => Number(isSeller(a)) - Number(isSeller(b)))) {
    const id = externalId ?? ''
    const ours = bareId(id)
    const number = inn ?? ''
    const rows = await query<Candidate & { sign: number }>(
      req,
      sql`select c.id::text as company, t.id::text as contractor,
                 case when t.external_id = ${id} or ${idIs(sql`t.id`, ours)} then 1 when c.external_id = ${id} or ${idIs(sql`c.id`, ours)} then 2 when t.id is not null then 3 else 4 end as sign
          from companies c left join contractors t on t.company_id = c.id and (t.external_id = ${id} or ${idIs(sql`t.id`, ours)} or (${number} <> '' and t.inn = ${number}))
          where t.id is not null or c.external_id = ${id} or ${idIs(sql`c.id`, ours)} or (${number} <> '' and c.inn = ${number})
          order by sign, c.status = 'active' desc, c.created_at, c.id`,
    )
    const strongest = rows[0]?.sign
    if (strongest !== undefined)
      return rows.filter(({ sign }) => sign === strongest).map(({ company, contractor }) => ({ company, contractor }))
  }
  return []
}

const isSeller = ({ role }: Counterparty): boolean => role?.trim().toLowerCase() === 'продавец'

/** Whether the counterparties name somebody by an ИНН that this client, whose own is known, does not have. */
export async function isSomebodyElse(
  { req }: Pick<ConsumerContext, 'req'>,
  company: string,
  parties: readonly Counterparty[],
): Promise<boolean> {
  const told = parties.filter((party) => !isSeller(party)).flatMap(({ inn }) => (inn ? [inn] : []))
  if (told.length === 0) return false
  const rows = await query<{ inn: string }>(
    req,
    sql`select inn from companies where id = ${company} and inn <> '' union select inn from contractors where company_id = ${company} and inn <> ''`,
  )
  return rows.length > 0 && !rows.some(({ inn }) => told.includes(inn))
}
