import { ofProcess } from '../ofProcess'

/** Origins of the portal's own sites beside PUBLIC_URL: the proxy and Payload are bundled apart. */
const known = ofProcess('origins', (): { origins: readonly string[] } => ({ origins: [] }))

export const knownOrigins = (): readonly string[] => known.origins

export function rememberOrigins(origins: readonly string[]): void {
  known.origins = origins
}

/** A host name, perhaps with a port: no scheme, no path, no wildcard, nothing that an URL would read otherwise. */
const HOST = /^(?=.{1,253}(?::|$))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?$/

/** The host name as it is kept, or null for what is none. A name in Cyrillic becomes what browsers send. */
export function plainHost(text: string): string | null {
  const typed = text.trim().toLowerCase()
  if (/[^\p{L}\p{N}.:-]/u.test(typed) || !URL.canParse(`http://${typed}`)) return null
  const { host } = new URL(`http://${typed}`)
  return HOST.test(host) ? host : null
}

/** Origins of these host names under the scheme of PUBLIC_URL, each once. */
export function originsOf(publicUrl: string, hosts: readonly string[]): string[] {
  const { protocol } = new URL(publicUrl)
  return [
    ...new Set(
      hosts.flatMap((text) => {
        const host = plainHost(text)
        return host ? [new URL(`${protocol}//${host}`).origin] : []
      }),
    ),
  ]
}
