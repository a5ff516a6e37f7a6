/** One element of a record while it is being read. */
export type XmlNode = {
  name: string
  attributes: Record<string, string>
  /** What stands before the first child. */
  text: string
  /** What stands after this element inside its parent, when it is more than space. */
  tail?: string
  children: XmlNode[]
  line: number
}

const NONE: readonly XmlNode[] = []

/** The first child of that local name. */
export function childNode(node: XmlNode | undefined, name: string): XmlNode | undefined {
  if (node) for (const one of node.children) if (one.name === name) return one
  return undefined
}

/** `all(order, 'Товары', 'Товар')`: the children `name` of every child `container`. */
export function childrenOf(node: XmlNode | undefined, container: string, name: string): readonly XmlNode[] {
  let found: readonly XmlNode[] = NONE
  if (node) {
    for (const holder of node.children) {
      if (holder.name !== container) continue
      const inside = holder.children.filter((one) => one.name === name)
      found = found.length === 0 ? inside : [...found, ...inside]
    }
  }
  return found
}

/** Text of the first child of that name, trimmed; `null` when there is none. Words marked up inside it belong to it. */
export function childText(node: XmlNode | undefined, name: string): string | null {
  const found = childNode(node, name)
  if (!found) return null
  return isMarkedUp(found) ? allText(found).trim() : found.text.trim()
}

/** The same with everything inside it: an element that holds nothing but marked up text has none of its own. */
export function wholeText(node: XmlNode | undefined, name: string): string | null {
  const found = childNode(node, name)
  return found ? allText(found).trim() : null
}

/** Words and elements in turn, as in «Текст <b>жирный</b> ещё»: a text, not a structure. */
const isMarkedUp = ({ text: first, children }: XmlNode): boolean =>
  children.length > 0 && (first.trim() !== '' || children.some(({ tail }) => tail !== undefined))

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

function allText(node: XmlNode): string {
  if (node.children.length === 0) return node.text
  const inside = node.children.map((one) => {
    const line = BLOCKS.has(one.name.toLowerCase()) ? '\n' : ''
    return `${line}${allText(one)}${line}${one.tail ?? (line ? '' : ' ')}`
  })
  return `${node.text}${inside.join('')}`.replace(/[ \t]*\n\s*/g, '\n')
}

/** Like `text`, with an empty element read as absent: for identifiers. */
export function id(node: XmlNode | undefined, name: string): string | null {
  return childText(node, name) || null
}
