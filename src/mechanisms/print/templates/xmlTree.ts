import { SaxesParser } from 'saxes'
import { templateRefusal } from './officeParts'

export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlNode[] }
export type XmlNode = XmlElement | string

/** Deeper than any office program nests. */
const DEEPEST = 200

/**
 * A part of an office file as a tree; comments and instructions of processing are dropped.
 * @throws AppError `template.broken` for what is not well-formed, `template.entities` for a document type
 */
export function parseXml(text: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [top]
  const say = (node: XmlNode): void => void open.at(-1)?.children.push(node)
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (cause) => {
    throw templateRefusal('template.broken', {}, cause)
  })
  parser.on('doctype', () => {
    throw templateRefusal('template.entities')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: { ...attributes }, children: [] }
    say(element)
    open.push(element)
    if (open.length > DEEPEST) throw templateRefusal('template.broken')
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', say)
  parser.on('cdata', say)
  parser.write(text).close()
  const root = top.children.find((node) => typeof node !== 'string')
  if (!root) throw templateRefusal('template.broken')
  return root
}

export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(root)}`

function written(node: XmlNode): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(value)
          .replaceAll('"', '&quot;')
          .replace(/[\n\t\r]/g, ' ')}"`,
    )
    .join('')
  return node.children.length === 0
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${node.children.map(written).join('')}</${node.name}>`
}

const escaped = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')

/** Without the signs that XML has no way to write: controls, halves of pairs. */
export const printable = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')

/** The name without the prefix of its namespace. */
export const localName = ({ name }: Pick<XmlElement, 'name'>): string => name.slice(name.indexOf(':') + 1)

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.filter(isElement).find((child) => localName(child) === name)

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).filter((child) => localName(child) === name)

/** Every element below, the element itself first. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (isElement(child)) yield* elementsOf(child)
}

export const textOfElement = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textOfElement(child) : child)).join('')
