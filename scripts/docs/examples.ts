import path from 'node:path'
import ts from 'typescript'

/**
 * Examples of the documentation are compiled as the project is. A ```ts or ```tsx block is a file: the one that its
 * first line (`// path`) or the last name in the words before it says, beside the other blocks of its page; `{ … }`
 * stands for what is left out. A block with `after="…"` behind its language is a piece of an existing file, put behind the first line there
 * that holds these words.
 */
export type Example = {
  page: string
  /** Line of the page on which the block's first line stands, from 1. */
  line: number
  /** Path of the file that it is. */
  file: string
  code: string
  after?: string
}

const BLOCK = /^( *)```tsx?(?: after="([^"\n]+)")?\n([\s\S]*?)\n\1```$/gm
const NAME = /^[\w@./()[\]-]+\.tsx?$/

/** The blocks of a page, in their order. */
export function examplesOf(page: string, text: string): Example[] {
  const found: Example[] = []
  let folder = path.posix.dirname(page)
  let read = 0
  for (const { index, 0: whole, 1: indent = '', 2: after, 3: body = '' } of text.matchAll(BLOCK)) {
    const words = text.slice(read, index)
    read = index + whole.length
    const code = body
      .split('\n')
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
      .join('\n')
    const said =
      /^\/\/ (\S+)\n/.exec(code)?.[1] ?? [...words.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name).at(-1)
    const named = said && NAME.test(said) ? said : undefined
    if (named?.includes('/')) folder = path.posix.dirname(named)
    const file = named
      ? path.posix.join(folder, path.posix.basename(named))
      : `${page.replace(/\.md$/, '')}.${found.length + 1}.tsx`
    const line = text.slice(0, index).split('\n').length + 1
    found.push({ page, line, file, code: code.replaceAll('{ … }', '{ }'), ...(after ? { after } : {}) })
  }
  return found
}

/** What a compiler says of the examples, each line with the page and the line that it is about. */
export function faultsOf(root: string, examples: readonly Example[]): string[] {
  const faults: string[] = []
  const files = new Map<string, string>()
  const places = new Map<string, { example: Example; from: number; lines: number }[]>()
  for (const example of examples) {
    const file = path.join(root, example.file)
    const known = files.get(file) ?? (example.after ? ts.sys.readFile(file) : '') ?? ''
    const at = example.after ? endOfLine(known, example.after) : known.length
    if (at === undefined) {
      faults.push(`${example.page}:${example.line} ${example.file} has no line with ${example.after}`)
      continue
    }
    const from = known.slice(0, at).split('\n').length - 1
    const lines = example.code.split('\n').length
    const others = (places.get(file) ?? []).map((one) => (one.from >= from ? { ...one, from: one.from + lines } : one))
    places.set(file, [...others, { example, from, lines }])
    files.set(file, `${known.slice(0, at)}${example.code}\n${known.slice(at)}`)
  }
  const program = programOf(root, files)
  for (const [file, within] of places) {
    const source = program.getSourceFile(file)
    if (!source) continue
    for (const { start = 0, messageText } of [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]) {
      const { line } = source.getLineAndCharacterOfPosition(start)
      const place = within.find(({ from, lines }) => line >= from && line < from + lines)
      if (!place) continue // the rest of a file that a piece stands in: the compiler's own step reads it
      const where = `${place.example.page}:${place.example.line + line - place.from}`
      faults.push(`${where} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
    }
  }
  return faults
}

function endOfLine(text: string, words: string): number | undefined {
  const at = text.indexOf(words)
  if (at === -1) return undefined
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

/** A program of these files alone and what they import; they stand over those of the disk. */
function programOf(root: string, files: ReadonlyMap<string, string>): ts.Program {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, files: [], include: [] }, ts.sys, root)
  const host = ts.createCompilerHost({ ...options, incremental: false })
  const { fileExists, readFile, getSourceFile, directoryExists } = host
  const folders = new Set([...files.keys()].map((file) => path.dirname(file)))
  host.directoryExists = (folder) => folders.has(folder) || (directoryExists?.(folder) ?? false)
  host.fileExists = (file) => files.has(file) || fileExists(file)
  host.readFile = (file) => files.get(file) ?? readFile(file)
  host.getSourceFile = (file, version, ...rest) => {
    const text = files.get(file)
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version)
  }
  return ts.createProgram([...files.keys()], { ...options, incremental: false, tsBuildInfoFile: undefined }, host)
}
