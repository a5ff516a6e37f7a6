import ts from 'typescript'

/** A piece of SQL in the sources: its text cut at the places that are filled when the code runs. */
export type Piece = { file: string; line: number; parts: string[] }

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
  const found: Piece[] = []
  const add = (node: ts.Node, parts: string[]): void =>
    void found.push({ file, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1, parts })
  const walk = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sql')
      add(node, partsOf(node.template))
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

const isFilledTable = (node: ts.StringLiteral): boolean =>
  ts.isCallExpression(node.parent) &&
  ts.isIdentifier(node.parent.expression) &&
  INSERTERS.has(node.parent.expression.text) &&
  node.parent.arguments[1] === node

const partsOf = (template: ts.TemplateLiteral): string[] =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]

/** Tables and their columns as `src/mechanisms/database/tables.ts` holds them. */
export function tablesOf(source: string): Map<string, Set<string>> {
  const tree = ts.createSourceFile('tables.ts', source, ts.ScriptTarget.Latest, true)
  const tables = new Map<string, Set<string>>()
  const nameOf = (member: ts.TypeElement): string =>
    member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? member.name.text : ''
  tree.forEachChild((node) => {
    if (!ts.isTypeAliasDeclaration(node) || !ts.isTypeLiteralNode(node.type)) return
    for (const table of node.type.members) {
      if (!ts.isPropertySignature(table) || !table.type || !ts.isTypeLiteralNode(table.type)) continue
      tables.set(nameOf(table), new Set(table.type.members.map(nameOf)))
    }
  })
  return tables
}
