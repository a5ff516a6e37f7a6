/**
 * The headers of a page request as Payload's authentication should see them.
 *
 * Payload refuses the session cookie of a request that another site caused, which for an API is
 * right. A page that is only looked at changes nothing, and a link in a letter that is open in a web
 * mail comes from another site: there the person must not appear signed out. So a navigation (and
 * an old browser, which sends no Sec-Fetch-* at all) counts as their own; a server action does not.
 */
export function pageHeaders(incoming: Headers): Headers {
  const seen = new Headers(incoming)
  const changes = incoming.has('next-action') || (incoming.get('content-type') ?? '').startsWith('multipart/form-data')
  if (changes) return seen
  const mode = incoming.get('sec-fetch-mode')
  if (mode === 'navigate' || mode === null) {
    seen.delete('origin')
    seen.set('sec-fetch-site', 'none')
  }
  return seen
}
