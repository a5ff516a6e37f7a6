import { formatMoney } from '@/src/lib/money'
import { paymentPayload } from '@/src/lib/paymentPayload'

export type InvoicePayment = {
  payee: { name: string; inn?: string | null; kpp?: string | null }
  bank: { name: string; bik: string; corrAccount?: string | null; account: string }
  number: string
  /** YYYY-MM-DD */
  date: string
  /** what is left to pay, kopecks */
  sum: number
  currency: string
  /** VAT inside the sum, kopecks; null is «НДС не облагается»; left out where it is not known */
  vat?: number | null
}

/** What a payment order says about an invoice. Banks read it, so it is Russian in every language of the portal. */
export function paymentPurpose({
  number,
  date,
  vat,
  currency,
}: Pick<InvoicePayment, 'number' | 'date' | 'vat' | 'currency'>): string {
  const [year, month, day] = date.split('-')
  const tax =
    vat === undefined
      ? ''
      : vat === null
        ? '. НДС не облагается'
        : `. В том числе НДС ${formatMoney(vat, currency, 'ru').text.replace(/\s*₽/, ' руб').replace(/\s/g, ' ')}`
  return `Оплата по счёту № ${number} от ${day}.${month}.${year}${tax}`
}

/** The text of an invoice's payment QR; null where it cannot be paid so: another currency, details missing, nothing to pay. */
export function invoicePayload(payment: InvoicePayment): string | null {
  const { payee, bank, sum, currency } = payment
  if (currency !== 'RUB') return null
  return paymentPayload({
    ...payee,
    bankName: bank.name,
    bik: bank.bik,
    account: bank.account,
    corrAccount: bank.corrAccount,
    sum,
    purpose: paymentPurpose(payment),
  })
}
