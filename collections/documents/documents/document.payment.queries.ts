import { sql } from '@payloadcms/db-postgres/drizzle'
import { dayInZone } from '@/src/lib/dates'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { bankDetailsOf } from '@/src/mechanisms/portal/companyDetails'
import { invoicePayload, paymentPurpose } from '@/src/mechanisms/print/invoicePayment'
import type { DocumentRow } from './document.queries'

export type InvoiceToPay = {
  /** what is left, minor units */
  left: number
  payee: string
  inn: string | null
  kpp: string | null
  bankName: string
  bik: string
  account: string
  corrAccount: string | null
  purpose: string
  /** text of the payment QR; null where one cannot pay by it */
  qr: string | null
}

/**
 * How to pay an invoice that the person has been allowed to read; null for other documents, for paid and cancelled ones,
 * and while the company's bank details are not filled in.
 */
export async function invoiceToPay(
  context: QueryContext,
  row: DocumentRow,
  zone: string,
): Promise<InvoiceToPay | null> {
  const left = row.total - row.paid
  if (row.kind !== 'invoice' || row.cancelled || left <= 0) return null
  const [details, vat] = await Promise.all([bankDetailsOf(context.req), vatOfOrder(context, row)])
  if (!details?.account || !details.bik || !details.payee) return null
  const { vatPayer, ...bank } = details
  // The tax of a part is not ours to work out: it is said only for the whole sum.
  const tax = vatPayer ? (vat !== null && row.paid === 0 ? vat : undefined) : null
  const about = { number: row.number, date: dayInZone(row.date, zone), currency: row.currency, vat: tax }
  const qr = invoicePayload({
    ...about,
    payee: { name: bank.payee, inn: bank.inn, kpp: bank.kpp },
    bank: { name: bank.bankName, ...bank },
    sum: left,
  })
  return { left, ...bank, purpose: paymentPurpose(about), qr }
}

/** VAT of an order whose sum is the invoice's. */
async function vatOfOrder({ req }: QueryContext, { order, total }: DocumentRow): Promise<number | null> {
  const [found] = await query<{ vat: number | null }>(
    req,
    sql`select o.vat::float8 as vat from orders o where o.number = ${order} and o.total = ${total}`,
  )
  return found?.vat ?? null
}
