/** Decimal places that a kind of stored integer has. */
export const scaleOf = { money: 2, price: 4, qty: 3 } as const
export type ScaledKind = keyof typeof scaleOf

/** 123456 kopecks -> "1234,56"; trailing zeros beyond kopecks are dropped for prices and quantities. */
export function toDecimal(value: number, kind: ScaledKind): string {
  const places = scaleOf[kind]
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  const fraction = digits.slice(-places)
  const kept =
    kind === 'money' ? fraction : kind === 'price' ? fraction.replace(/0{1,2}$/, '') : fraction.replace(/0+$/, '')
  return `${value < 0 ? '−' : ''}${digits.slice(0, -places)}${kept ? `,${kept}` : ''}`
}

/** "1234567,50" -> "1 234 567,50" with narrow no-break spaces. */
export function groupThousands(decimal: string): string {
  const [whole = '', fraction] = decimal.split(',')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

/** "1 234,5" -> 123450 kopecks; null for what is not a number of that many places. */
export function fromDecimal(text: string, kind: ScaledKind): number | null {
  const match = /^([-−]?)(\d+)(?:[.,](\d*))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''))
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (fraction.length > scaleOf[kind]) return null
  const value = Number(whole + fraction.padEnd(scaleOf[kind], '0'))
  if (!Number.isSafeInteger(value)) return null
  return sign ? -value : value
}
