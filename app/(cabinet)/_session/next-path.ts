/**
 * Where to go after signing in: a path of this portal and nothing else. Anything a browser could
 * read as another host (`//host`, `/\host`, a scheme, control characters) becomes the home page.
 */
export function safeNext(next: string | null | undefined): string {
  if (!next || next.length > 2_000 || !next.startsWith('/') || /[\\\u0000-\u001f\u007f]/.test(next)) return '/'
  const base = 'http://portal.invalid'
  const url = URL.canParse(next, base) ? new URL(next, base) : null
  if (!url || url.origin !== base || next.startsWith('//')) return '/'
  const path = `${url.pathname}${url.search}${url.hash}`
  // Back to the pages of signing in would be a circle; the API and the panel have their own doors.
  if (
    path.startsWith('//') ||
    /^\/(?:(?:ru|en)\/)?(?:login|register|recover|reset|confirm|invite|email|api)(?:[/?#]|$)/.test(path)
  )
    return '/'
  return path
}
