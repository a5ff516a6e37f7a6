/**
 * How the session's cookie is called. Under https a browser keeps a `__Host-` cookie only from this very host, for
 * all paths and over https: neither a neighbouring subdomain nor a plain connection can plant one.
 */
export const cookiePrefix = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-kabinet' : 'payload'
