/** Whether a request that changes something may come from where it comes from (cross-site request forgery). */

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export type Provenance = {
  method: string
  origin: string | null
  secFetchSite: string | null
  /** The host that the browser asked for. */
  host: string | null
  /** PUBLIC_URL. */
  publicUrl: string
  /** Origins of the portal's other sites. */
  sites?: readonly string[]
  hasCookies: boolean
  /** Origins whose pages may call this address by a key, without cookies. */
  fronts?: readonly string[]
}

/**
 * Safe methods pass. A browser always says where a change comes from, by Origin or Sec-Fetch-Site: it must be this
 * host, the portal's public address or that of one of its sites; where a key is the proof, a listed site without cookies. A client that says neither is a machine and passes without cookies only.
 */
export function isOwnRequest(request: Provenance): boolean {
  if (SAFE.has(request.method)) return true
  if (request.origin !== null) return isOwnOrigin(request.origin, request) || isFront(request.origin, request)
  if (request.secFetchSite !== null) return request.secFetchSite === 'same-origin' || request.secFetchSite === 'none'
  return !request.hasCookies
}

const isFront = (origin: string, { fronts = [], hasCookies }: Provenance): boolean =>
  !hasCookies && fronts.includes(origin)

function isOwnOrigin(origin: string, { host, publicUrl, sites = [] }: Provenance): boolean {
  if (!URL.canParse(origin)) return false // also the literal "null" of sandboxed frames
  const { host: from, protocol, origin: whole } = new URL(origin)
  if (whole === new URL(publicUrl).origin || sites.includes(whole)) return true
  // A portal may answer under several names; a page of one of them may change things under the same one only.
  const secure = protocol === 'https:' || (protocol === 'http:' && publicUrl.startsWith('http:'))
  return secure && host !== null && from === host.toLowerCase()
}
