const KEPT = new Set(['accept', 'accept-encoding', 'user-agent', 'host'])

type RedirectOptions = {
  protocol?: string | null
  hostname?: string | null
  port?: string | number | null
  headers: Record<string, unknown>
}

/**
 * Called before each redirect is followed: once the address leaves the first origin (or falls from https to
 * http), every header of ours stays behind, since a key may sit in any of them.
 */
export function stripOnRedirect(first: URL): (options: Record<string, unknown>) => void {
  return (raw) => {
    const options = raw as RedirectOptions // the shape follow-redirects hands over
    const port = options.port ? `:${options.port}` : ''
    const next = new URL(`${options.protocol ?? 'http:'}//${options.hostname ?? ''}${port}`)
    if (next.origin === first.origin) return
    for (const name of Object.keys(options.headers)) {
      if (!KEPT.has(name.toLowerCase())) delete options.headers[name]
    }
  }
}
