/**
 * The address a filter form asks for, from its fields: empty ones left out, several values of one name joined by a
 * comma, `x.from` and `x.to` made one `x=from..to`, and the page forgotten.
 */
export function tidySearch(entries: Iterable<[string, string]>): string {
  const joined = new Map<string, string>()
  for (const [key, raw] of entries) {
    const value = raw.trim()
    if (!value || key === 'page') continue
    joined.set(key, joined.has(key) ? `${joined.get(key)},${value}` : value)
  }
  const parts = new Map<string, string>()
  for (const [key, value] of joined) {
    const end = /^(.+)\.(from|to)$/.exec(key)
    if (!end?.[1]) {
      parts.set(key, value)
      continue
    }
    parts.set(end[1], `${joined.get(`${end[1]}.from`) ?? ''}..${joined.get(`${end[1]}.to`) ?? ''}`)
  }
  const text = [...parts]
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value).replace(/%2C/g, ',')}`)
    .join('&')
  return text ? `?${text}` : ''
}
