/** One element of a record while it is being read. Text of an element with children is not kept. */
export type XmlNode = {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlNode[]
  line: number
}

const NONE: readonly XmlNode[] = []

/** The first child of that local name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  if (node) for (const one of node.children) if (one.name === name) return one
  return undefined
}

/** `all(order, 'Товары', 'Товар')`: the children `name` of every child `container`. */
export function all(node: XmlNode | undefined, container: string, name: string): readonly XmlNode[] {
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

/** Text of the first child of that name, trimmed; `null` when there is none. */
export function text(node: XmlNode | undefined, name: string): string | null {
  const found = child(node, name)
  return found ? found.text.trim() : null
}

/** Like `text`, with an empty element read as absent: for identifiers. */
export function id(node: XmlNode | undefined, name: string): string | null {
  return text(node, name) || null
}
