import { readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(import.meta.dirname, '../..')
const ROOMS = ['app', 'collections', 'endpoints', 'globals', 'hooks', 'src']
const CODE = /^[a-z][A-Za-z]*\.[a-zA-Z]+$/
/** Methods of zod that take an error code as their last word. */
const CHECKS = new Set(['check', 'email', 'length', 'max', 'min', 'nonempty', 'pipe', 'refine', 'regex', 'uuid'])

/** `params` is null where the place that throws does not spell them out. */
export type Thrown = { code: string; at: string; params: string[] | null }
export type Scan = {
  thrown: Thrown[]
  /** Places that throw a code which the scan cannot follow back to its words. */
  lost: string[]
  /** `validate` functions that answer with a bare code: the panel would show it as it is. */
  bare: string[]
  /** Answers that carry a code and no words. */
  mute: string[]
}

/**
 * Every error code the sources can throw, report or refuse with, read from their syntax: what is handed to a parameter
 * named `code`, stands in an object as `code` or is the message of a check of zod, followed through constants,
 * conditions and calls. Only the project's own files are read, so it takes seconds.
 */
export function thrownCodes(): Scan {
  const { checker, files } = load()
  const scan: Scan = { thrown: [], lost: [], bare: [], mute: [] }
  const found = new Map<string, Thrown>()
  const keep = (code: string, node: ts.Node, params: string[] | null): void => {
    const thrown = { code, at: place(node), params }
    found.set(`${code} ${thrown.at}`, thrown)
  }
  const take = (node: ts.Expression, params: string[] | null, strict: boolean): void => {
    const { codes, open } = follow(node, checker, new Set())
    for (const code of codes) if (CODE.test(code)) keep(code, node, params)
    if (strict) scan.lost.push(...open.map((lost) => `${place(lost)} ${lost.getText()}`))
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) called(node)
    if (ts.isPropertyAssignment(node) && named(node, 'code')) take(node.initializer, paramsBeside(node), false)
    if (ts.isPropertyAssignment(node) && named(node, 'message') && isCustomIssue(node))
      take(node.initializer, withField(paramsBeside(node)), false)
    if (isFunction(node) && ofProperty(node, 'guard')) for (const answer of answers(node)) take(answer, [], false)
    if (isFunction(node) && ofProperty(node, 'validate'))
      scan.bare.push(...answers(node).flatMap((answer) => codeLiterals(answer)))
    ts.forEachChild(node, visit)
  }
  const isMute = (node: ts.CallExpression | ts.NewExpression): boolean => {
    const body = node.expression.getText() === 'Response.json' ? node.arguments?.[0] : undefined
    return (
      body !== undefined &&
      ts.isObjectLiteralExpression(body) &&
      body.properties.some((one) => ts.isPropertyAssignment(one) && named(one, 'code')) &&
      !body.properties.some((one) => one.name?.getText() === 'message')
    )
  }
  const called = (node: ts.CallExpression | ts.NewExpression): void => {
    const args = node.arguments ?? []
    if (isMute(node)) scan.mute.push(place(node))
    const signature = checker.getResolvedSignature(node)
    signature?.parameters.forEach((parameter, index) => {
      const code = args[index]
      if (parameter.name === 'code' && code)
        take(code, paramsOf(signature, args[index + 1], index + 1), ts.isNewExpression(node))
    })
    const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : ''
    const last = args.at(-1)
    if (last && CHECKS.has(method) && !signature?.declaration) take(last, withField([]), false)
  }
  files.forEach(visit)
  scan.thrown = [...found.values()].sort(
    (one, other) => one.code.localeCompare(other.code) || one.at.localeCompare(other.at),
  )
  return scan
}

function load(): { checker: ts.TypeChecker; files: ts.SourceFile[] } {
  const names = ROOMS.flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(root, room, name),
    ),
  ).filter((name) => /\.tsx?$/.test(name) && !/\/src\/(demo|migrations)\//.test(name))
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
    noLib: true,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const known = new Set(names)
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const base = text.startsWith('@/')
        ? path.join(root, text.slice(2))
        : text.startsWith('.')
          ? path.resolve(path.dirname(from), text)
          : null
      const name = base ? [`${base}.ts`, `${base}.tsx`].find((one) => known.has(one)) : undefined
      return {
        resolvedModule: name
          ? { resolvedFileName: name, extension: path.extname(name), isExternalLibraryImport: false }
          : undefined,
      }
    })
  const program = ts.createProgram(names, options, host)
  return {
    checker: program.getTypeChecker(),
    files: program.getSourceFiles().filter(({ fileName }) => known.has(fileName)),
  }
}

type Followed = { codes: string[]; open: ts.Expression[] }

/** The literals an expression may come to; a parameter or a property named `code` is collected where it is given. */
function follow(node: ts.Expression, checker: ts.TypeChecker, seen: Set<ts.Node>): Followed {
  if (seen.has(node)) return { codes: [], open: [] }
  seen.add(node)
  const both = (...nodes: ts.Expression[]): Followed => {
    const all = nodes.map((one) => follow(one, checker, seen))
    return { codes: all.flatMap(({ codes }) => codes), open: all.flatMap(({ open }) => open) }
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
    return both(node.expression)
  if (ts.isStringLiteralLike(node)) return { codes: [node.text], open: [] }
  if (node.kind === ts.SyntaxKind.NullKeyword) return { codes: [], open: [] }
  if (ts.isConditionalExpression(node)) return both(node.whenTrue, node.whenFalse)
  if (
    ts.isBinaryExpression(node) &&
    [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken].includes(node.operatorToken.kind)
  )
    return both(node.left, node.right)
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'code') return { codes: [], open: [] }
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'message') return { codes: [], open: [] }
  const declared = checker.getSymbolAtLocation(node)
  const symbol = declared && declared.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(declared) : declared
  const declaration = symbol?.valueDeclaration
  if (declaration && ts.isParameter(declaration) && declaration.name.getText() === 'code')
    return { codes: [], open: [] }
  if (
    declaration &&
    ts.isBindingElement(declaration) &&
    (declaration.propertyName ?? declaration.name).getText() === 'code'
  )
    return { codes: [], open: [] }
  if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer)
    return both(declaration.initializer)
  if (ts.isAwaitExpression(node)) return both(node.expression)
  if (ts.isCallExpression(node)) {
    const body = checker.getResolvedSignature(node)?.declaration
    if (body && isFunction(body)) return both(...answers(body))
    if (ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'guard')
      return { codes: [], open: [] }
  }
  return { codes: [], open: [node] }
}

type Fn = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration
const isFunction = (node: ts.Node): node is Fn =>
  ts.isFunctionDeclaration(node) ||
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  ts.isMethodDeclaration(node)
const named = (node: ts.PropertyAssignment | ts.MethodDeclaration, name: string): boolean =>
  node.name.getText() === name

const ofProperty = (node: Fn, name: string): boolean =>
  (ts.isMethodDeclaration(node) && named(node, name)) ||
  (ts.isPropertyAssignment(node.parent) && named(node.parent, name))

/** What a function gives back, its inner functions left out. */
function answers({ body }: Fn): ts.Expression[] {
  if (!body) return []
  if (!ts.isBlock(body)) return [body]
  const found: ts.Expression[] = []
  const walk = (node: ts.Node): void => {
    if (isFunction(node)) return
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression)
    ts.forEachChild(node, walk)
  }
  ts.forEachChild(body, walk)
  return found
}

function codeLiterals(node: ts.Expression): string[] {
  const { codes } = follow(
    node,
    { getSymbolAtLocation: () => undefined, getResolvedSignature: () => undefined } as unknown as ts.TypeChecker,
    new Set(),
  )
  return codes.filter((code) => CODE.test(code)).map((code) => `${place(node)} ${code}`)
}

/** What goes with a code: the params handed on beside it, else those that the called function adds by itself. */
function paramsOf(
  signature: ts.Signature | undefined,
  next: ts.Expression | undefined,
  index: number,
): string[] | null {
  const wrapper = signature?.declaration
  const own = wrapper && isFunction(wrapper) ? thrownIn(wrapper)?.arguments?.[1] : undefined
  if (own && keysOf(own) === null && ts.isObjectLiteralExpression(own)) return null
  const declaration = signature?.parameters[index]?.valueDeclaration
  const takesParams =
    declaration &&
    ts.isParameter(declaration) &&
    declaration.name.getText() !== 'field' &&
    declaration.type?.getText() !== 'string'
  if (next && takesParams !== false) return keysOf(next)
  const body = signature?.declaration
  const inner = body && isFunction(body) && !takesParams ? thrownIn(body) : undefined
  if (inner) return inner.arguments?.[1] ? keysOf(inner.arguments[1]) : []
  return declaration &&
    ts.isParameter(declaration) &&
    declaration.initializer &&
    !ts.isObjectLiteralExpression(declaration.initializer)
    ? null
    : []
}

/** The AppError that a function makes of its own parameter `code`. */
function thrownIn(node: ts.Node): ts.NewExpression | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'AppError' && node.arguments?.[0]?.getText() === 'code')
    return node
  return ts.forEachChild(node, thrownIn)
}

/** Whoever turns an issue of a schema into an error names its field and its kind. */
const withField = (params: string[] | null): string[] | null => params && [...params, 'field', 'reason']

/** The names in an object of params; null where it is made elsewhere. */
function keysOf(node: ts.Expression): string[] | null {
  if (!ts.isObjectLiteralExpression(node))
    return ts.isIdentifier(node) ||
      ts.isPropertyAccessExpression(node) ||
      ts.isBinaryExpression(node) ||
      ts.isCallExpression(node) ||
      ts.isConditionalExpression(node)
      ? null
      : []
  if (node.properties.some(ts.isSpreadAssignment)) return null
  return node.properties.map((property) => property.name?.getText() ?? '')
}

/** In `{ code, params }` the params stand beside the code. */
function paramsBeside({ parent }: ts.PropertyAssignment): string[] | null {
  const beside = parent.properties.find((property) => property.name?.getText() === 'params')
  if (!beside) return parent.properties.some(ts.isSpreadAssignment) ? null : []
  return ts.isPropertyAssignment(beside) ? keysOf(beside.initializer) : null
}

/** `context.addIssue({ code: 'custom', message: 'a.b' })`. */
const isCustomIssue = ({ parent }: ts.PropertyAssignment): boolean =>
  parent.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) && named(property, 'code') && property.initializer.getText() === "'custom'",
  )

function place(node: ts.Node): string {
  const file = node.getSourceFile()
  return `${path.relative(root, file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}
