/**
 * `Content-Disposition` with a name in any script: a plain ASCII name for old programs and the real one beside it.
 * Source: RFC 6266, RFC 5987.
 */
export function contentDisposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const clean = safeName(name)
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(clean).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** No path, no control or direction-changing characters, no lone surrogates, at most 180 characters with the ending. */
function safeName(name: string): string {
  const base = name
    .replace(/[/\\:]/g, '_')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (base === '') return 'file'
  const characters = Array.from(base)
  if (characters.length <= 180) return base
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(base)?.[0] ?? ''
  return characters.slice(0, 180 - ending.length).join('') + ending
}
