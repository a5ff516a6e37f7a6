import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

// Each check takes the bare value: digits without spaces or dashes. `onlyDigits` makes one of what a person typed.

export function onlyDigits(text: string): string {
  return text.replace(/\D/g, '')
}

/** ИНН of a company (10 digits) or a person (12), by its check digits. Source: order ФНС ММВ-7-6/435@. */
export function isInn(text: string): boolean {
  if (/^0+$/.test(text)) return false
  if (/^\d{10}$/.test(text)) return innDigit(text, [2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(text[9])
  if (!/^\d{12}$/.test(text)) return false
  return (
    innDigit(text, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(text[10]) &&
    innDigit(text, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(text[11])
  )
}

/** КПП has a form only, no check digit. */
export function isKpp(text: string): boolean {
  return /^\d{4}[0-9A-Z]{2}\d{3}$/.test(text)
}

/** ОГРН of a company, 13 digits. */
export function isOgrn(text: string): boolean {
  return /^\d{13}$/.test(text) && !/^0+$/.test(text) && lastDigitByModulo(text, 11n)
}

/** ОГРНИП of an entrepreneur, 15 digits. */
export function isOgrnip(text: string): boolean {
  return /^\d{15}$/.test(text) && !/^0+$/.test(text) && lastDigitByModulo(text, 13n)
}

/** СНИЛС, 11 digits. */
export function isSnils(text: string): boolean {
  if (!/^\d{11}$/.test(text) || /^0+$/.test(text)) return false
  const sum = weigh(text, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101
  return (sum === 100 ? 0 : sum) === Number(text.slice(9))
}

/** БИК has a form only. */
export function isBik(text: string): boolean {
  return /^\d{9}$/.test(text)
}

/** Settlement account with the БИК of its bank. In a bank that is a cash centre (…000–…002) the corr. rule holds. */
export function isAccount(account: string, bik: string): boolean {
  if (!isBik(bik)) return false
  return /00[012]$/.test(bik) ? isCorrAccount(account, bik) : accountKey(account, bik.slice(6))
}

/** Correspondent account with the БИК of the bank. */
export function isCorrAccount(account: string, bik: string): boolean {
  return isBik(bik) && accountKey(account, `0${bik.slice(4, 6)}`)
}

/** What a person typed -> E.164 («+79031234567»), or null when it is no phone number. Russia unless it says otherwise. */
export function normalisePhone(text: string): string | null {
  if (text.length > 60) return null
  const phone = parsePhoneNumberFromString(text, 'RU')
  return phone?.isValid() ? phone.number : null
}

function weigh(text: string, weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0)
}

function innDigit(text: string, weights: number[]): number {
  return (weigh(text, weights) % 11) % 10
}

function lastDigitByModulo(text: string, modulo: bigint): boolean {
  return Number(BigInt(text.slice(0, -1)) % modulo) % 10 === Number(text.slice(-1))
}

function accountKey(account: string, prefix: string): boolean {
  if (!/^\d{20}$/.test(account) || /^0+$/.test(account)) return false
  const digits = prefix + account
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) sum += Number(digits[i]) * ([7, 1, 3][i % 3] ?? 0)
  return sum % 10 === 0
}
