import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { sourceFiles } from '../../support/sourceFiles'

type Component = { props: Map<string, { optional: boolean }>; open: boolean; isClient: boolean }

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** The components of a file with the props that their types name; `open` where a type adds those of somebody else. */
function componentsOf(file: string, text: string): [string, Component][] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const types = new Map(
    source.statements.flatMap((one) => (ts.isTypeAliasDeclaration(one) ? [[one.name.text, one.type]] : [])),
  )
  const collect = (type: ts.TypeNode | undefined, into: Component): Component => {
    if (!type) return into
    if (ts.isTypeLiteralNode(type))
      for (const member of type.members)
        if (ts.isPropertySignature(member))
          into.props.set(member.name.getText(source), { optional: member.questionToken !== undefined })
    if (ts.isIntersectionTypeNode(type)) for (const part of type.types) collect(part, into)
    if (ts.isTypeReferenceNode(type)) {
      const own = types.get(type.typeName.getText(source))
      if (own) collect(own, into)
      else into.open = true
    }
    return into
  }
  return source.statements.flatMap((one): [string, Component][] => {
    if (!ts.isFunctionDeclaration(one) || !one.name || !/^[A-Z]/.test(one.name.text)) return []
    if (!ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    const empty = { props: new Map(), open: false, isClient: text.startsWith("'use client'") }
    return [[one.name.text, collect(one.parameters[0]?.type, empty)]]
  })
}

const components = new Map(
  sourceFiles()
    .filter((file) => /^src\/ui\/.*\.tsx$/.test(file))
    .flatMap((file) => componentsOf(file, read(file))),
)

/** `a, b?: { x, y }, c? = 1` as names with whether each may be left out; null for words that are no list of props. */
function propsIn(list: string): Map<string, boolean> | null {
  let depth = 0
  let part = ''
  const parts: string[] = []
  for (const sign of list) {
    if ('{[('.includes(sign)) depth += 1
    if ('}])'.includes(sign)) depth -= 1
    if (sign === ',' && depth === 0) parts.push(part.trim())
    part = sign === ',' && depth === 0 ? '' : part + sign
  }
  parts.push(part.trim())
  const named = parts.map((one) => /^(\w+)(\?)?(?=$|[\s:(=])/.exec(one))
  return named.every((one) => one !== null) ? new Map(named.map((one) => [one[1] ?? '', one[2] === '?'])) : null
}

/** What the page says of components: rows of tables, and `Name { props }` in running text. */
function saidIn(text: string): { name: string; props: Map<string, boolean>; isClient?: boolean }[] {
  const rows = [...text.matchAll(/^\| `(\w+)`( \*\*client\*\*)? \| `((?:[^`])+)`/gm)].map(
    ([, name = '', client, list = '']) => ({
      name,
      list: list.replaceAll('\\|', '|'),
      isClient: client !== undefined,
    }),
  )
  const spans = [...text.matchAll(/`([A-Z]\w+) \{ ([^`]*) \}`/g)].map(([, name = '', list = '']) => ({ name, list }))
  return [...rows, ...spans].flatMap(({ list, ...one }) => {
    const props = propsIn(list)
    return props ? [{ ...one, props }] : []
  })
}

function wrongIn(text: string): string[] {
  return saidIn(text).flatMap(({ name, props, isClient }) => {
    const known = components.get(name)
    if (!known) return []
    const strange = [...props.keys()].filter((prop) => !known.props.has(prop) && !known.open)
    const otherwise = [...props].filter(
      ([prop, may]) => known.props.has(prop) && known.props.get(prop)?.optional !== may,
    )
    return [
      ...strange.map((prop) => `${name} takes no ${prop}`),
      ...otherwise.map(([prop, may]) => `${name} ${may ? 'must have' : 'may do without'} ${prop}`),
      ...(isClient === undefined || isClient === known.isClient
        ? []
        : [`${name} is ${isClient ? 'no' : 'a'} client component`]),
    ]
  })
}

describe('docs/ui.md', () => {
  it('says of components the props that they take, and which may be left out', () => {
    const text = read('docs/ui.md')
    expect(saidIn(text).filter(({ name }) => components.has(name)).length).toBeGreaterThan(30)
    expect(wrongIn(text)).toEqual([])
  })

  it('names the component of each row of its tables', () => {
    const rows = [...read('docs/ui.md').matchAll(/^\| `([A-Z]\w+)`/gm)].map(([, name = '']) => name)
    expect(rows.filter((name) => !components.has(name) && !['ShelfProduct'].includes(name))).toEqual([])
  })

  it('is told where it is wrong', () => {
    const text =
      '| `Money` | `amount, currency?, price, locale` |\n`Offline { locale }`, `Lost { homeHref, why }`\n| `Dash` **client** | `locale?` |'
    expect(wrongIn(text)).toEqual([
      'Money takes no price',
      'Money must have currency',
      'Dash is no client component',
      'Lost takes no why',
    ])
  })
})
