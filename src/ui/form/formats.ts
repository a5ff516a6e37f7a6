/** ИНН: digits in groups, ten «7707 08389 3» or twelve «5001 00732 259», as far as they are typed. */
export function formatInn(text: string): string {
  const digits = text.replace(/\D/g, '').slice(0, 12)
  return [digits.slice(0, 4), digits.slice(4, 9), digits.slice(9)].filter(Boolean).join(' ')
}

/** A sum while it is typed: thousands parted, one separator, two digits after it. */
export function formatSum(text: string): string {
  const clean = text.replace(/[^\d.,]/g, '').replace('.', ',')
  const [whole = '', fraction] = clean.split(',')
  const grouped = whole
    .replace(/^0+(?=\d)/, '')
    .slice(0, 13)
    .replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return fraction === undefined ? grouped : `${grouped || '0'},${fraction.slice(0, 2)}`
}
