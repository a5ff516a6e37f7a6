/** «+7 903 123-45-67» while it is typed; other countries get only spaces left alone. */
export function formatPhone(text: string): string {
  const trimmed = text.trimStart()
  const digits = trimmed.replace(/\D/g, '')
  const foreign = trimmed.startsWith('+') && !trimmed.startsWith('+7') && digits !== ''
  if (foreign || digits === '') return text.replace(/[^\d+() -]/g, '').slice(0, 24)
  const own = (/^[78]/.test(digits) ? digits.slice(1) : digits).slice(0, 10)
  const parts = [own.slice(0, 3), own.slice(3, 6), own.slice(6, 8), own.slice(8, 10)]
  return ['+7', parts[0], [parts[1], parts[2], parts[3]].filter(Boolean).join('-')].filter(Boolean).join(' ')
}

/** ИНН: digits in groups, ten «7707 08389 3» or twelve «5001 00732 259», as far as they are typed. */
export function formatInn(text: string): string {
  const digits = text.replace(/\D/g, '').slice(0, 12)
  return [digits.slice(0, 4), digits.slice(4, 9), digits.slice(9)].filter(Boolean).join(' ')
}

/** A sum while it is typed: thousands parted, one separator, two digits after it. */
export function formatSum(text: string): string {
  const clean = text.replace(/[^\d.,]/g, '').replace('.', ',')
  const [whole = '', fraction] = clean.split(',')
  const grouped = whole.replace(/^0+(?=\d)/, '').slice(0, 13).replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return fraction === undefined ? grouped : `${grouped || '0'},${fraction.slice(0, 2)}`
}
