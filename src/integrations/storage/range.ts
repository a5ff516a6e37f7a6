/**
 * One byte range of a `Range` header, both ends included. Null: send everything (no header, a form we do not know,
 * several ranges). Source: RFC 9110, 14.1.2.
 */
export function parseRange(header: string | null, size: number): { start: number; end: number } | 'outside' | null {
  const match = header === null ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim())
  if (!match) return null
  const [first = '', last = ''] = [match[1], match[2]]
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'outside' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return null
  if (start >= size) return 'outside'
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
