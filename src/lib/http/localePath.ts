import { defaultLocale, locales, type Locale } from '../i18n'

export type Route = { kind: 'rewrite' | 'redirect'; path: string } | { kind: 'pass' }

/** `/favicon.ico` and the like are files, and so is what lies under `/brand`; a page with such an ending lies elsewhere. */
const ROOT_FILE = /^\/[\w-]+\.(?:ico|png|svg|jpg|webp|txt|xml|webmanifest|js)$/

/**
 * The language in an address: the default one has no prefix (`/orders` is served by `/ru/orders`, and `/ru/orders`
 * leads to `/orders`), the others have theirs (`/en/orders`).
 */
export function localeRoute(path: string): Route {
  const first = path.split('/')[1] ?? ''
  if (ROOT_FILE.test(path) || first === 'brand') return { kind: 'pass' }
  if (first === defaultLocale) return { kind: 'redirect', path: ownPath(path.slice(first.length + 1)) }
  if (locales.some((locale) => locale === first)) return { kind: 'pass' }
  return { kind: 'rewrite', path: path === '/' ? `/${defaultLocale}` : `/${defaultLocale}${path}` }
}

/** The address of a page of the cabinet in a language; the panel and the API are the same in each. */
export function pathIn(path: string, locale: Locale): string {
  if (locale === defaultLocale || /^\/(?:admin|api)(?:[/?#]|$)/.test(path)) return path
  return `/${locale}${path === '/' ? '' : path}`
}

/** `/ru//evil.example` must not become an address of another host. */
const ownPath = (rest: string): string => `/${rest.replace(/^[/\\]+/, '')}`
