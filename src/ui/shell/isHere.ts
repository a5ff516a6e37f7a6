import type { Locale } from '@/src/lib/i18n'

/** Whether an address is this place or lies under it. */
export function isHere(path: string, href: string, exact = false): boolean {
  const place = href.split(/[?#]/)[0]?.replace(/\/$/, '') ?? ''
  const here = path.replace(/\/$/, '')
  return here === place || (!exact && here.startsWith(`${place}/`))
}

/** The same page in another language: «/en/orders» -> «/orders» with prefixes { ru: '', en: '/en' }. */
export function inLanguage(path: string, from: Locale, to: Locale, prefixes: Record<Locale, string>): string {
  const prefix = prefixes[from]
  const rest = prefix && isHere(path, prefix) ? path.slice(prefix.length) : path
  return `${prefixes[to]}${rest === '/' ? '' : rest}` || '/'
}
