/**
 * XML as a tree, by a few lines of its own: what the reader of the exchange makes of a file is compared with this and
 * not with itself. No entities in names, no CDATA, no doctype; texts keep their entities.
 */
export type Plain = { name: string; attributes: Record<string, string>; children: Plain[]; text: string }

const TOKEN = /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([^\s>/]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g

export function plainXml(xml: string): Plain {
  const root: Plain = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  for (const [, close, name, attributes, empty, text] of xml.matchAll(TOKEN)) {
    const top = open.at(-1)
    if (!top) throw new Error('more elements closed than opened')
    if (text !== undefined) top.text += text
    if (!name) continue
    if (close) {
      open.pop()
      continue
    }
    const made: Plain = { name, attributes: attributesOf(attributes ?? ''), children: [], text: '' }
    top.children.push(made)
    if (!empty) open.push(made)
  }
  return root
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([^\s=]+)\s*=\s*["']([^"']*)["']/g)].map(([, name, value]) => [String(name), String(value)]),
  )

/** Elements at the end of a path of names, from anywhere: `Каталог/Товары/Товар`. */
export function at(root: Plain, path: string): Plain[] {
  const [first = '', ...rest] = path.split('/')
  const found = everywhere(root, first)
  return rest.reduce<Plain[]>(
    (nodes, name) => nodes.flatMap((node) => node.children.filter((child) => child.name === name)),
    found,
  )
}

function everywhere(node: Plain, name: string): Plain[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...everywhere(child, name)])
}

export const childText = (node: Plain | undefined, name: string): string | null =>
  node?.children.find((child) => child.name === name)?.text.trim() ?? null
export const has = (node: Plain, name: string): boolean => node.children.some((child) => child.name === name)
