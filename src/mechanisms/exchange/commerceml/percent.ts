import iconv from 'iconv-lite'

const ESCAPE = /(?:%[0-9a-f]{2})+/gi

/**
 * Text whose signs were written as `%XX`, in UTF-8 or, by older 1C, in windows-1251. A `%` that is no such sign stays
 * («50%.png»), so that text which was never encoded comes back as it is.
 */
export function unescapePercent(text: string): string {
  return text.replace(ESCAPE, (escaped) => {
    const bytes = Buffer.from(escaped.replaceAll('%', ''), 'hex')
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return iconv.decode(bytes, 'windows-1251')
    }
  })
}

/** Other parameters of the dialogue's address: whatever else follows a `&` belongs to the file's name. */
const PARAMETERS = new Set(['type', 'mode', 'version', 'sessid'])

/**
 * The `filename` of an address as the client meant it. Names come from article numbers, and not every client escapes
 * them: `?mode=file&filename=import_files/Болт&Ко 50%.png` names one file.
 *
 * @param search the address from `?` on, as it was sent
 */
export function filenameOf(search: string): string | null {
  const parts = search.replace(/^\?/, '').split('&')
  const at = parts.findIndex((part) => part.startsWith('filename='))
  const first = parts[at]
  if (first === undefined) return null
  const rest = parts.slice(at + 1)
  const end = rest.findIndex((part) => PARAMETERS.has(part.split('=')[0] ?? ''))
  const raw = [first.slice('filename='.length), ...(end < 0 ? rest : rest.slice(0, end))].join('&')
  // A form writes a space as `+`; who writes it as `%20` means a plus by a plus.
  return unescapePercent(/%20/.test(raw) ? raw : raw.replaceAll('+', ' '))
}
