/** Headers that tell the browser what a page may load and who may frame it. */

export type PolicyInput = {
  nonce: string
  /** The panel loads its own pictures as blobs and previews documents in frames of its own. */
  admin: boolean
  development: boolean
  secure: boolean
}

/** Content-Security-Policy for an HTML page: scripts run by nonce only, nobody may frame the page. */
export function contentSecurityPolicy({ nonce, admin, development, secure }: PolicyInput): string {
  const policy: Record<string, string> = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': `'self'${development ? ' ws: wss:' : ''}`,
    'media-src': "'self' blob:",
    'frame-src': "'self' blob:",
    'worker-src': "'self' blob:",
    'manifest-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': admin ? "'self'" : "'none'",
    ...(secure ? { 'upgrade-insecure-requests': '' } : {}),
  }
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}

/** A fresh unguessable value for one page. */
export function makeNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
}

/** For portals under https: browsers stay there for a year. */
export const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains'
