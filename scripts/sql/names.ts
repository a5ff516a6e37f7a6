import type { Node } from './read'

type Names = { has: (name: string) => boolean; keys: () => Iterable<string> }
type Tables = ReadonlyMap<string, Names>
/** What a name of a FROM stands for: the columns of a table, or null where they are not known (a subquery, a function, a place filled later). */
type Scope = {
  from: Map<string, Names | null>
  outer: Scope | null
  with: Set<string>
  named: Set<string>
  open: boolean
}

/** What every row has besides its columns. */
const SYSTEM = new Set(['ctid', 'xmin', 'xmax', 'tableoid', 'cmin', 'cmax'])
const FILLED = /hole_|^frame_$|\$\d/

type Kind = 'read' | 'write'
export type Judged = {
  wrong: string[]
  /** names of rows that stand outside of the piece */
  loose: number
  /** Tables that the statement names, and whether it changes their rows. */
  uses: Array<{ table: string; kind: Kind }>
}

/**
 * Names of tables and columns in a statement that the database does not have. `made` are tables that statements make for themselves, `named` what any statement calls its results;
 * around a piece that was `framed` stands more than is known.
 */
export function judge(
  tree: Node,
  tables: Tables,
  { made, named, framed }: { made: ReadonlySet<string>; named: ReadonlySet<string>; framed: boolean },
): Judged {
  const judged: Judged = { wrong: [], loose: 0, uses: [] }
  const everyColumn = new Set([...tables.values()].flatMap((columns) => [...columns.keys()]))

  const columnsOf = (name: string, scope: Scope | null, kind: Kind = 'read'): Names | null => {
    for (let at = scope; at; at = at.outer) if (at.with.has(name)) return null
    const known = tables.get(name)
    if (known) judged.uses.push({ table: name, kind })
    if (!known && !FILLED.test(name) && !made.has(name) && !/^pg_|^information_schema/.test(name))
      judged.wrong.push(`there is no table ${name}`)
    return known ?? null
  }

  /** Tells of a FROM item under its alias. */
  const enter = (item: Node, scope: Scope): void => {
    const range = sub(item, 'RangeVar')
    if (range) {
      const name = text(range.relname)
      const system = typeof range.schemaname === 'string'
      scope.from.set(aliasOf(range) ?? name, system ? null : columnsOf(name, scope))
      return
    }
    const join = sub(item, 'JoinExpr')
    if (join) {
      for (const side of ['larg', 'rarg']) if (join[side]) enter(join[side] as Node, scope)
      if (join.quals) walk(join.quals, scope)
      return
    }
    const other = sub(item, 'RangeSubselect') ?? sub(item, 'RangeFunction') ?? sub(item, 'RangeTableSample')
    if (other) {
      scope.from.set(aliasOf(other) ?? `?${scope.from.size}`, null)
      // A lateral one sees its neighbours.
      walk({ ...other, alias: undefined }, scope)
    }
  }

  const nested = (outer: Scope | null): Scope => ({
    from: new Map(),
    outer,
    with: new Set(),
    named: new Set(),
    open: outer === null && framed,
  })

  const enterWith = (node: Node, scope: Scope): void => {
    const clause = node.withClause as Node | undefined
    for (const each of list(clause?.ctes)) {
      const cte = sub(each, 'CommonTableExpr')
      if (!cte) continue
      if (clause?.recursive === true) scope.with.add(text(cte.ctename))
      walk(cte.ctequery, scope)
      scope.with.add(text(cte.ctename))
    }
  }

  const checkColumn = (fields: readonly Node[], scope: Scope): void => {
    const names = fields.map((field) => text((sub(field, 'String') ?? {}).sval))
    const [first = '', second] = names
    if (names.includes('') || names.some((name) => FILLED.test(name))) return
    if (second !== undefined) {
      for (let at: Scope | null = scope; at; at = at.outer) {
        const columns = at.from.get(first)
        if (columns === undefined) continue
        if (columns && !columns.has(second) && !SYSTEM.has(second))
          judged.wrong.push(`${first} has no column ${second}`)
        return
      }
      judged.loose += 1
      if (!everyColumn.has(second) && !SYSTEM.has(second) && !named.has(second))
        judged.wrong.push(`no table has a column ${second} (${first}.${second})`)
      return
    }
    let open = false
    for (let at: Scope | null = scope; at; at = at.outer) {
      if (at.named.has(first) || at.from.has(first)) return
      for (const columns of at.from.values()) {
        if (columns?.has(first)) return
        open ||= columns === null
      }
      open ||= at.open
    }
    if (SYSTEM.has(first)) return
    if (!open) judged.wrong.push(`there is no column ${first}`)
    else judged.loose += everyColumn.has(first) ? 0 : 1
  }

  const target = (node: Node, scope: Scope): Names | null => {
    const relation = node.relation as Node
    const name = text(relation.relname)
    const columns = columnsOf(name, scope, 'write')
    scope.from.set(aliasOf(relation) ?? name, columns)
    return columns
  }
  const checkTargets = (targets: unknown, columns: Names | null, what: string): void => {
    for (const each of list(targets)) {
      const name = text((sub(each, 'ResTarget') ?? {}).name)
      if (columns && name && !FILLED.test(name) && !columns.has(name))
        judged.wrong.push(`${what} has no column ${name}`)
    }
  }
  const values = (targets: unknown, scope: Scope): void => {
    for (const each of list(targets)) walk((sub(each, 'ResTarget') ?? {}).val, scope)
  }

  function walk(node: unknown, scope: Scope): void {
    if (Array.isArray(node)) {
      for (const each of node) walk(each, scope)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const at = node as Node
    for (const [kind, value] of Object.entries(at)) {
      if (typeof value !== 'object' || value === null) continue
      const inner = value as Node
      if (kind === 'ColumnRef') checkColumn(list(inner.fields), scope)
      else if (kind === 'SelectStmt') select(inner, scope)
      else if (kind === 'InsertStmt') insert(inner, scope)
      else if (kind === 'UpdateStmt') update(inner, scope)
      else if (kind === 'DeleteStmt') remove(inner, scope)
      else walk(inner, scope)
    }
  }

  function select(node: Node, outer: Scope | null): void {
    const scope = nested(outer)
    enterWith(node, scope)
    for (const side of ['larg', 'rarg']) if (node[side]) select(node[side] as Node, scope)
    for (const item of list(node.fromClause)) enter(item, scope)
    for (const each of list(node.targetList)) {
      const name = text((sub(each, 'ResTarget') ?? {}).name)
      walk((sub(each, 'ResTarget') ?? {}).val, scope)
      if (name) scope.named.add(name)
    }
    if (node.larg) scope.from.set('?set', null)
    for (const part of [
      'whereClause',
      'groupClause',
      'havingClause',
      'sortClause',
      'valuesLists',
      'limitCount',
      'limitOffset',
      'windowClause',
      'distinctClause',
    ])
      walk(node[part], scope)
  }

  function insert(node: Node, outer: Scope | null): void {
    const scope = nested(outer)
    enterWith(node, scope)
    const name = text((node.relation as Node).relname)
    const columns = columnsOf(name, scope, 'write')
    checkTargets(node.cols, columns, name)
    walk(node.selectStmt, scope)
    scope.from.set(aliasOf(node.relation as Node) ?? name, columns)
    const conflict = node.onConflictClause as Node | undefined
    if (conflict) {
      scope.from.set('excluded', columns)
      for (const element of list((conflict.infer as Node | undefined)?.indexElems)) {
        const column = text((sub(element, 'IndexElem') ?? {}).name)
        if (columns && column && !FILLED.test(column) && !columns.has(column))
          judged.wrong.push(`${name} has no column ${column}`)
      }
      checkTargets(conflict.targetList, columns, name)
      values(conflict.targetList, scope)
      walk(conflict.whereClause, scope)
    }
    values(node.returningClause ? (node.returningClause as Node).exprs : node.returningList, scope)
  }

  function update(node: Node, outer: Scope | null): void {
    const scope = nested(outer)
    enterWith(node, scope)
    const columns = target(node, scope)
    for (const item of list(node.fromClause)) enter(item, scope)
    checkTargets(node.targetList, columns, text((node.relation as Node).relname))
    values(node.targetList, scope)
    walk(node.whereClause, scope)
    values(node.returningClause ? (node.returningClause as Node).exprs : node.returningList, scope)
  }

  function remove(node: Node, outer: Scope | null): void {
    const scope = nested(outer)
    enterWith(node, scope)
    target(node, scope)
    for (const item of list(node.usingClause)) enter(item, scope)
    walk(node.whereClause, scope)
    values(node.returningClause ? (node.returningClause as Node).exprs : node.returningList, scope)
  }

  walk(tree, nested(null))
  return judged
}

const list = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const sub = (node: Node, kind: string): Node | null =>
  typeof node[kind] === 'object' && node[kind] !== null ? (node[kind] as Node) : null
const aliasOf = (node: Node): string | undefined => text((node.alias as Node | undefined)?.aliasname) || undefined
