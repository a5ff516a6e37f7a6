/** Who is paid, how much and for what. */
export type Payment = {
  name: string
  inn?: string | null
  kpp?: string | null
  account: string
  bankName: string
  bik: string
  /** an account in the Bank of Russia itself has none */
  corrAccount?: string | null
  /** kopecks; left out, the payer types the sum */
  sum?: number
  purpose: string
}

/** A separator may not occur in any value. The first one is what every bank's application knows. */
const SEPARATORS = ['|', '~', '^', '#', '$', '*', '`', '@'] as const
const LONGEST = { name: 160, bankName: 45, purpose: 210 }
const LARGEST_SUM = 999_999_999_999_999

/**
 * The text of a payment QR: `ST00012|Name=…|PersonalAcc=…`, in UTF-8, the five required fields first and in order.
 * Null when the details cannot make a payment (a wrong account or БИК, nothing to pay, no name).
 * Source: ГОСТ Р 56042-2014.
 */
export function paymentPayload(payment: Payment): string | null {
  const { account, bik, sum } = payment
  const corrAccount = payment.corrAccount?.trim() || '0'
  const name = oneLine(payment.name, LONGEST.name)
  const bankName = oneLine(payment.bankName, LONGEST.bankName)
  const purpose = oneLine(payment.purpose, LONGEST.purpose)
  if (
    !name ||
    !bankName ||
    !purpose ||
    !/^\d{20}$/.test(account) ||
    !/^\d{9}$/.test(bik) ||
    !/^(\d{20}|0)$/.test(corrAccount)
  )
    return null
  if (sum !== undefined && (!Number.isSafeInteger(sum) || sum <= 0 || sum > LARGEST_SUM)) return null
  const fields: [string, string | undefined][] = [
    ['Name', name],
    ['PersonalAcc', account],
    ['BankName', bankName],
    ['BIC', bik],
    ['CorrespAcc', corrAccount],
    ['Sum', sum === undefined ? undefined : String(sum)],
    ['Purpose', purpose],
    ['PayeeINN', /^(\d{10}|\d{12})$/.exec(payment.inn ?? '')?.[0]],
    ['KPP', /^[0-9A-Z]{9}$/.exec(payment.kpp ?? '')?.[0]],
  ]
  const parts = fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
  const separator = SEPARATORS.find((sign) => parts.every((part) => !part.includes(sign)))
  if (separator) return ['ST00012', ...parts].join(separator)
  // Every sign is taken: the values give way, so that the code can still be read.
  return ['ST00012', ...parts.map((part) => part.replaceAll('|', '/'))].join('|')
}

/** One line without control characters, cut by whole characters. */
function oneLine(text: string, most: number): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return Array.from(line).slice(0, most).join('').trim()
}
