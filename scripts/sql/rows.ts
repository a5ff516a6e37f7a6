import ts from 'typescript'
import type { Node } from './read'

/**
 * The type that code gives the rows of a statement, held against the statement: what it says is selected, and of the kind
 * that the column has. Read without a type checker, so that it costs nothing: a kind that cannot be told is held by nobody, and counted.
 */

/** What a value may be: `string`, `number`, `boolean`, `list`; none are named when nobody can tell. */
export type Kinds = { of: ReadonlySet<string> | null; empty: boolean }
type Columns = ReadonlyMap<string, ReadonlyMap<string, Kinds>>
/** Types by the names that a file knows them under. */
export type Types = ReadonlyMap<string, ts.TypeNode>
type Row = Map<string, Kinds & { optional: boolean }>

const UNKNOWN: Kinds = { of: null, empty: false }
const only = (kind: string, empty = false): Kinds => ({ of: new Set([kind]), empty })

/** The columns of a row as a type of code has them; null for one that is not a plain list of fields. */
export function rowOfType(type: ts.TypeNode, types: Types): Row | null {
  if (ts.isParenthesizedTypeNode(type)) return rowOfType(type.type, types)
  if (ts.isIntersectionTypeNode(type)) {
    const parts = type.types.map((one) => rowOfType(one, types))
    return parts.includes(null) ? null : new Map(parts.flatMap((one) => [...(one ?? [])]))
  }
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
    const [of, names] = type.typeArguments ?? []
    const known = types.get(type.typeName.text)
    if (known && !of) return rowOfType(known, types)
    const chosen = of && names ? literals(names) : null
    const row = chosen && of ? rowOfType(of, types) : null
    if (!row || !chosen) return null
    if (type.typeName.text === 'Pick') return new Map([...row].filter(([name]) => chosen.includes(name)))
    return type.typeName.text === 'Omit' ? new Map([...row].filter(([name]) => !chosen.includes(name))) : null
  }
  if (!ts.isTypeLiteralNode(type)) return null
  const row: Row = new Map()
  for (const member of type.members) {
    if (!ts.isPropertySignature(member) || !member.type) return null
    if (!ts.isIdentifier(member.name) && !ts.isStringLiteral(member.name)) return null
    row.set(member.name.text, { ...kindsOf(member.type, types), optional: member.questionToken !== undefined })
  }
  return row
}

const literals = (type: ts.TypeNode): string[] | null => {
  const each = ts.isUnionTypeNode(type) ? [...type.types] : [type]
  const names = each.flatMap((one) =>
    ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal) ? [one.literal.text] : [],
  )
  return names.length === each.length ? names : null
}

/** What values of a type may be. */
export function kindsOf(type: ts.TypeNode, types: Types): Kinds {
  if (ts.isParenthesizedTypeNode(type)) return kindsOf(type.type, types)
  if (ts.isTypeOperatorNode(type)) return kindsOf(type.type, types)
  if (ts.isArrayTypeNode(type)) return only('list')
  if (ts.isUnionTypeNode(type)) {
    const parts = type.types.map((one) => kindsOf(one, types))
    const open = parts.some(({ of }) => of === null)
    return {
      of: open ? null : new Set(parts.flatMap(({ of }) => [...(of ?? [])])),
      empty: parts.some(({ empty }) => empty),
    }
  }
  if (ts.isLiteralTypeNode(type)) {
    if (type.literal.kind === ts.SyntaxKind.NullKeyword) return { of: new Set(), empty: true }
    if (ts.isStringLiteral(type.literal)) return only('string')
    return ts.isNumericLiteral(type.literal) ? only('number') : only('boolean')
  }
  if (type.kind === ts.SyntaxKind.StringKeyword) return only('string')
  if (type.kind === ts.SyntaxKind.NumberKeyword) return only('number')
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return only('boolean')
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
    const known = types.get(type.typeName.text)
    if (known && !type.typeArguments) return kindsOf(known, types)
    if (type.typeName.text === 'Array' || type.typeName.text === 'ReadonlyArray') return only('list')
  }
  return UNKNOWN
}

/** What a statement gives of each row, by name; `open` when there is more than can be told. */
type Given = { columns: Map<string, Kinds>; open: boolean }

const CASTS: Readonly<Record<string, string>> = {
  ...{ text: 'string', varchar: 'string', uuid: 'string', numeric: 'string', int8: 'string' },
  ...{ float8: 'number', float4: 'number', int4: 'number', int2: 'number', bool: 'boolean' },
}
const YES_OR_NO = ['BoolExpr', 'NullTest', 'BooleanTest']

/** What a statement gives back; null for one that gives no rows, or that is only a piece. */
export function rowOfStatement(tree: Node, columns: Columns): Given | null {
  const statement = sub(sub(list(tree.stmts)[0] ?? {}, 'stmt') ?? {}, 'SelectStmt')
  if (statement) return ofSelect(statement, columns)
  for (const kind of ['InsertStmt', 'UpdateStmt', 'DeleteStmt']) {
    const change = sub(sub(list(tree.stmts)[0] ?? {}, 'stmt') ?? {}, kind)
    if (!change) continue
    const exprs = list((sub(change, 'returningClause') ?? {}).exprs ?? change.returningList)
    const from: From = new Map()
    enter({ RangeVar: change.relation }, false, from, columns)
    for (const other of [...list(change.fromClause), ...list(change.usingClause)]) enter(other, false, from, columns)
    return ofTargets(exprs, from)
  }
  return null
}

/** What a name of a FROM stands for, and whether it may be missing from a row. */
type From = Map<string, { columns: ReadonlyMap<string, Kinds> | null; missing: boolean }>

function ofSelect(node: Node, columns: Columns): Given | null {
  const left = sub(node, 'larg')
  if (left) return ofSelect(left, columns)
  const from: From = new Map()
  for (const item of list(node.fromClause)) enter(item, false, from, columns)
  // What a WITH names may bear the name of a table.
  for (const each of list((sub(node, 'withClause') ?? {}).ctes)) {
    const name = text((sub(each, 'CommonTableExpr') ?? {}).ctename)
    for (const [alias, one] of from) if (alias === name) from.set(alias, { ...one, columns: null })
  }
  return ofTargets(list(node.targetList), from)
}

function enter(item: Node, missing: boolean, from: From, columns: Columns): void {
  const range = sub(item, 'RangeVar')
  const join = sub(item, 'JoinExpr')
  const aliasOf = (node: Node): string => text((sub(node, 'alias') ?? {}).aliasname)
  if (range) {
    const known = typeof range.schemaname === 'string' ? null : (columns.get(text(range.relname)) ?? null)
    from.set(aliasOf(range) || text(range.relname), { columns: known, missing })
  } else if (join) {
    const kind = text(join.jointype)
    const outer = (side: string): boolean => missing || kind === 'JOIN_FULL' || kind === side
    enter(sub(join, 'larg') ?? {}, outer('JOIN_RIGHT'), from, columns)
    enter(sub(join, 'rarg') ?? {}, outer('JOIN_LEFT'), from, columns)
  } else
    for (const value of Object.values(item)) from.set(aliasOf(value as Node) || '?', { columns: null, missing: true })
}

function ofTargets(targets: readonly Node[], from: From): Given {
  const given: Given = { columns: new Map(), open: targets.length === 0 }
  for (const each of targets) {
    const target = sub(each, 'ResTarget') ?? {}
    const value = sub(target, 'val') ?? {}
    const fields = list((sub(value, 'ColumnRef') ?? {}).fields)
    const name = text(target.name) || nameOf(value)
    if (fields.some((field) => 'A_Star' in field) || /hole_|^\?column/.test(name) || name === '') given.open = true
    else given.columns.set(name, kindsIn(value, from))
  }
  return given
}

/** The name that PostgreSQL gives a value without one. */
function nameOf(value: Node): string {
  const names = list((sub(value, 'ColumnRef') ?? sub(value, 'FuncCall') ?? {})[value.ColumnRef ? 'fields' : 'funcname'])
  if (names.length > 0) return text((sub(names.at(-1) ?? {}, 'String') ?? {}).sval)
  const cast = sub(value, 'TypeCast')
  if (cast) return nameOf(sub(cast, 'arg') ?? {}) || typeOf(cast)
  if ('CoalesceExpr' in value) return 'coalesce'
  if ('CaseExpr' in value) return 'case'
  return text((sub(value, 'SubLink') ?? {}).subLinkType) === 'EXISTS_SUBLINK' ? 'exists' : ''
}

const typeOf = (cast: Node): string =>
  text((sub(list((sub(cast, 'typeName') ?? {}).names).at(-1) ?? {}, 'String') ?? {}).sval)

function kindsIn(value: Node, from: From): Kinds {
  const cast = sub(value, 'TypeCast')
  if (cast) {
    const { empty } = kindsIn(sub(cast, 'arg') ?? {}, from)
    if (list((sub(cast, 'typeName') ?? {}).arrayBounds).length > 0) return only('list', empty)
    const kind = CASTS[typeOf(cast)]
    return kind ? only(kind, empty) : UNKNOWN
  }
  const coalesce = list((sub(value, 'CoalesceExpr') ?? {}).args)
  if (coalesce.length > 0) {
    const parts = coalesce.map((part) => kindsIn(part, from))
    return {
      of: parts.find(({ of }) => of !== null && of.size > 0)?.of ?? null,
      empty: parts.every(({ empty }) => empty),
    }
  }
  if (YES_OR_NO.some((kind) => kind in value)) return only('boolean')
  if (text((sub(value, 'SubLink') ?? {}).subLinkType) === 'EXISTS_SUBLINK') return only('boolean')
  const names = list((sub(value, 'ColumnRef') ?? {}).fields).map((field) => text((sub(field, 'String') ?? {}).sval))
  if (names.length === 0) return UNKNOWN
  const [column = '', alias] = names.toReversed()
  const places = alias ? [from.get(alias)] : [...from.values()]
  if (!alias && places.some((place) => place?.columns === null)) return UNKNOWN
  const place = places.find((one) => one?.columns?.has(column))
  const found = place?.columns?.get(column)
  return found && place ? { of: found.of, empty: found.empty || place.missing } : UNKNOWN
}

type RowJudged = { wrong: string[]; known: number; untold: number; narrowed: number }

/** What code says of a row that its statement does not give, or not so; and how much of it nobody can tell. */
export function judgeRow(row: Row, given: Given): RowJudged {
  const judged: RowJudged = { wrong: [], known: 0, untold: 0, narrowed: 0 }
  for (const [name, said] of row) {
    const is = given.columns.get(name)
    if (!is) {
      if (given.open) judged.untold += 1
      else if (!said.optional) judged.wrong.push(`${name} is not among what the statement selects`)
    } else if (is.of === null || said.of === null) judged.untold += 1
    else {
      const off = [...is.of].filter((kind) => !said.of?.has(kind))
      if (off.length > 0) judged.wrong.push(`${name} is ${off.join(' or ')}, not ${[...said.of].join(' or ')}`)
      else if (is.empty && !said.empty && !said.optional) judged.narrowed += 1
      else judged.known += 1
    }
  }
  return judged
}

const list = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const sub = (node: Node, kind: string): Node | null =>
  typeof node[kind] === 'object' && node[kind] !== null ? (node[kind] as Node) : null
