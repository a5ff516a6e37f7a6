import iconv from 'iconv-lite'

export type XmlEncoding = 'utf-8' | 'windows-1251'

/** What XML 1.0 forbids even escaped; a lone half of a surrogate pair among it. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML, in an element or an attribute: escaped, line ends made LF, forbidden characters left out. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
}

/** `<name attributes>text</name>`; nothing at all for `null` and `undefined`. */
export function tag(
  name: string,
  text: string | null | undefined,
  attributes: Record<string, string | null | undefined> = {},
): string {
  if (text === null || text === undefined) return ''
  const written = Object.entries(attributes)
    .map(([key, value]) => (value ? ` ${key}="${escapeXml(value).replaceAll('\n', '&#10;')}"` : ''))
    .join('')
  return `<${name}${written}>${escapeXml(text)}</${name}>\n`
}

/** `<name>` around what is already XML; nothing when there is nothing inside. */
export function xmlElement(name: string, ...inside: string[]): string {
  const content = inside.join('')
  return content === '' ? '' : `<${name}>\n${content}</${name}>\n`
}

/**
 * A whole document as bytes, without a BOM, beginning with `<?xml`: 1C looks at the first five characters. What
 * windows-1251 lacks (₽, letters of other alphabets) is written as a character reference, so nothing is lost.
 */
export function xmlBytes(body: string, encoding: XmlEncoding): Buffer {
  const document = `<?xml version="1.0" encoding="${encoding}"?>\n${body}`
  if (encoding === 'utf-8') return Buffer.from(document, 'utf8')
  return iconv.encode(
    document.replace(/[^\x00-\x7f]/gu, (sign) => (in1251(sign) ? sign : `&#${sign.codePointAt(0) ?? 0};`)),
    encoding,
  )
}

const known = new Map<string, boolean>()

function in1251(sign: string): boolean {
  let found = known.get(sign)
  if (found === undefined) {
    found = iconv.decode(iconv.encode(sign, 'windows-1251'), 'windows-1251') === sign
    known.set(sign, found)
  }
  return found
}

/** Cuts a text to a length that the schema allows, without splitting a character in two. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text
  const end = /[\ud800-\udbff]/.test(text[length - 1] ?? '') ? length - 1 : length
  return text.slice(0, end)
}
