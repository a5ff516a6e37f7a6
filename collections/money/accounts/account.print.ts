import { sql } from '@payloadcms/db-postgres/drizzle'
import { dayInZone } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { companyDetailsOf, type CompanyDetails } from '@/src/mechanisms/portal/companyDetails'
import type { StatementInput } from '@/src/mechanisms/print/forms/statement-ru'
import { accountLabels } from './account.labels'
import { statementFor } from './account.queries'

type Days = { from: string; to: string; zone: string }

/** [CONTR-05] The data of a printed statement; null when the account is not theirs. Give it to `printForm(statementForm, …)`. */
export async function statementPrint(
  context: QueryContext,
  account: string,
  days: Days,
  locale: Locale,
): Promise<StatementInput | null> {
  const statement = await statementFor(context, account, days)
  if (!statement) return null
  const issuer = await companyDetailsOf(context.req)
  const [client] = await query<CompanyDetails>(
    context.req,
    sql`select coalesce(legal_name, name) as name, inn, kpp, address, phone from companies where id = ${statement.account.company}`,
  )
  return {
    issuer: party(issuer),
    client: party(client),
    contract: statement.account.contractNumber ?? undefined,
    currency: statement.account.currency,
    from: days.from,
    to: days.to,
    madeOn: dayInZone(new Date(), days.zone),
    opening: statement.opening,
    closing: statement.closing,
    rows: statement.lines.map(({ at, kind, memo, amount }) => ({
      date: dayInZone(at, days.zone),
      document: statementLineName(kind, memo, locale),
      credit: Math.max(amount, 0),
      debit: Math.max(-amount, 0),
    })),
  }
}

/** «Оплата, пп № 215 — по счёту 1124»: the kind, the number and the words that 1C gave. */
/** What a line of a statement is called: the words of 1C, else its kind, with the number of its document. */
export function statementLineName(kind: string, memo: Record<string, unknown>, locale: Locale): string {
  const kinds: Record<string, { ru: string; en: string }> = accountLabels.kinds
  const name = kinds[kind] ? say(kinds[kind], locale) : ''
  const number = typeof memo.number === 'string' && memo.number ? ` № ${memo.number}` : ''
  const text = typeof memo.text === 'string' ? memo.text : ''
  return [`${name}${number}`.trim(), text].filter(Boolean).join(', ')
}

const party = (details: CompanyDetails | undefined): StatementInput['client'] => ({
  name: details?.name ?? '',
  inn: details?.inn ?? undefined,
  kpp: details?.kpp ?? undefined,
  address: details?.address ?? undefined,
  phone: details?.phone ?? undefined,
})
