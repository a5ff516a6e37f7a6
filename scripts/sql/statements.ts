import ts from 'typescript'
import { kindsOf, type Kinds } from './rows'

/** A piece of SQL in the sources: its text cut at the places that are filled when the code runs. */
export type Piece = {
  file: string
  line: number
  parts: string[]
  /** The type that its rows are given by hand, and its text with the pieces of the same file that stand in it. */
  row?: { type: ts.TypeNode; parts: string[] }
}

/** Functions that put rows into the table their second argument names. */
const INSERTERS = new Set(['insertRow', 'insertRows'])
const STATEMENT = /^\s*(?:select|insert into|update|delete from|with|merge into)\s/

/** Every `sql` template of a file, those within others too, every plain text that is a statement, and tables that rows are put into by name. */
export function piecesOf(file: string, source: string): Piece[] {
  const tree = ts.createSourceFile(
    file,
    source,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const templates = templatesOf(tree)
  const found: Piece[] = []
  const add = (node: ts.Node, parts: string[], row?: Piece['row']): void =>
    void found.push({
      file,
      line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
      parts,
      ...(row ? { row } : {}),
    })
  const walk = (node: ts.Node): void => {
    if (isSql(node)) add(node, [headOf(node), ...partsOf(node.template)].reduce(joined, []), rowOf(node, templates))
    else if (
      ts.isTemplateLiteral(node) &&
      !ts.isTaggedTemplateExpression(node.parent) &&
      STATEMENT.test(partsOf(node)[0] ?? '')
    )
      add(node, partsOf(node))
    else if (ts.isStringLiteral(node) && STATEMENT.test(node.text)) add(node, [node.text])
    else if (ts.isStringLiteral(node) && isFilledTable(node)) add(node, [`insert into "${node.text}" default values`])
    ts.forEachChild(node, walk)
  }
  walk(tree)
  return found
}

const isSql = (node: ts.Node): node is ts.TaggedTemplateExpression =>
  ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sql'

/** The head and the first part of what follows it are one. */
const joined = (parts: string[], part: string, at: number): string[] =>
  at === 1 ? [`${parts[0] ?? ''}${part}`] : [...parts, part]

/** The call of a function whose argument a statement is. */
const callOf = (node: ts.Node, name: string): ts.CallExpression | null =>
  ts.isCallExpression(node.parent) && ts.isIdentifier(node.parent.expression) && node.parent.expression.text === name
    ? node.parent
    : null

type Templates = ReadonlyMap<string, ts.TaggedTemplateExpression>

/** What `query<Row>(…)` says of the rows of a statement. */
function rowOf(node: ts.TaggedTemplateExpression, templates: Templates): Piece['row'] {
  const type = callOf(node, 'query')?.typeArguments?.[0]
  return type && { type, parts: wholeOf(node, templates) }
}

/** Pieces that a file names at its top: `const columns = sql…`, `const columns = (…) => sql…`, a function that does nothing but return one. */
function templatesOf(tree: ts.SourceFile): Templates {
  const found = new Map<string, ts.TaggedTemplateExpression>()
  const note = (name: ts.Node | undefined, value: ts.Node | undefined): void => {
    if (name && ts.isIdentifier(name) && value && isSql(value)) found.set(name.text, value)
  }
  for (const one of tree.statements) {
    if (ts.isFunctionDeclaration(one)) {
      const last = one.body?.statements.at(-1)
      if (last && ts.isReturnStatement(last)) note(one.name, last.expression)
    }
    if (!ts.isVariableStatement(one)) continue
    for (const { name, initializer } of one.declarationList.declarations)
      note(name, initializer && ts.isArrowFunction(initializer) ? initializer.body : initializer)
  }
  return found
}

/** The text of a template with those of its file in it. */
function wholeOf({ template }: ts.TaggedTemplateExpression, templates: Templates): string[] {
  const [head = '', ...rest] = partsOf(template)
  const spans = ts.isTemplateExpression(template) ? template.templateSpans : []
  return rest.reduce<string[]>(
    (parts, part, at) => {
      const filled = spans[at]?.expression
      const named = filled && ts.isCallExpression(filled) ? filled.expression : filled
      const inner = named && ts.isIdentifier(named) ? templates.get(named.text) : undefined
      const text = inner ? wholeOf(inner, new Map([...templates].filter(([, one]) => one !== inner))) : ['', '']
      const [first = '', ...others] = text
      const whole = [...parts.slice(0, -1), `${parts.at(-1) ?? ''}${first}`, ...others]
      return [...whole.slice(0, -1), `${whole.at(-1) ?? ''}${part}`]
    },
    [head],
  )
}

/** What `selectFrom(runner, 'orders o', ['id'], sql`where …`)` puts before the text of its last argument. */
function headOf(node: ts.Node): string {
  const [, named, columns] = callOf(node, 'selectFrom')?.arguments ?? []
  if (!named || !ts.isStringLiteral(named) || !columns) return ''
  const chosen = ts.isObjectLiteralExpression(columns)
    ? columns.properties.map((one) => (ts.isPropertyAssignment(one) ? one.initializer : one))
    : ts.isArrayLiteralExpression(columns)
      ? [...columns.elements]
      : []
  return `select ${chosen.map((one) => (ts.isStringLiteral(one) ? `"${one.text}"` : '')).join(', ')} from ${named.text} `
}

const isFilledTable = (node: ts.StringLiteral): boolean =>
  ts.isCallExpression(node.parent) &&
  ts.isIdentifier(node.parent.expression) &&
  INSERTERS.has(node.parent.expression.text) &&
  node.parent.arguments[1] === node

const partsOf = (template: ts.TemplateLiteral): string[] =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]

/** Every type of a file by its name. */
export function typesOf(source: string): Map<string, ts.TypeNode> {
  const types = new Map<string, ts.TypeNode>()
  ts.createSourceFile('types.ts', source, ts.ScriptTarget.Latest, true).forEachChild((node) => {
    if (ts.isTypeAliasDeclaration(node)) types.set(node.name.text, node.type)
  })
  return types
}

/** Tables and their columns as `src/mechanisms/database/tables.ts` holds them. */
export function tablesOf(source: string): Map<string, Map<string, Kinds>> {
  const tree = ts.createSourceFile('tables.ts', source, ts.ScriptTarget.Latest, true)
  const tables = new Map<string, Map<string, Kinds>>()
  const nameOf = (member: ts.TypeElement): string =>
    member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? member.name.text : ''
  tree.forEachChild((node) => {
    if (!ts.isTypeAliasDeclaration(node) || !ts.isTypeLiteralNode(node.type)) return
    for (const table of node.type.members) {
      if (!ts.isPropertySignature(table) || !table.type || !ts.isTypeLiteralNode(table.type)) continue
      const columns = table.type.members.map((column): [string, Kinds] => [
        nameOf(column),
        ts.isPropertySignature(column) && column.type ? kindsOf(column.type, new Map()) : { of: null, empty: true },
      ])
      tables.set(nameOf(table), new Map(columns))
    }
  })
  return tables
}
