import { ofProcess } from '../ofProcess'

/** Origins of sites of clients and of one's own whose pages may call `/api/v1` by an access key, as an administrator lists them. */
const known = ofProcess('front-origins', (): { origins: readonly string[] } => ({ origins: [] }))

export const frontOrigins = (): readonly string[] => known.origins

export function rememberFrontOrigins(text: string): void {
  known.origins = linesOf(text).flatMap((line) => originIn(line) ?? [])
}

/** The first line that is no origin; null when all are. */
export const wrongOrigin = (text: string | null | undefined): string | null =>
  linesOf(text ?? '').find((line) => originIn(line) === null) ?? null

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

const BASE = '/api/v1/'
export const isFrontApi = (path: string): boolean => path.startsWith(BASE)

/** A whole origin: scheme and host, perhaps a port; no path and no pattern. */
function originIn(line: string): string | null {
  if (!URL.canParse(line)) return null
  const { protocol, origin, pathname, search, hash, username } = new URL(line)
  const bare = pathname === '/' && search === '' && hash === '' && username === '' && !line.includes('*')
  return bare && (protocol === 'https:' || protocol === 'http:') ? origin : null
}
