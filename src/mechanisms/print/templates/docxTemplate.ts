import {
  LoopPlugin,
  TagDisposition,
  TemplateHandler,
  TextPlugin,
  type ScopeDataArgs,
  type ScopeDataResolver,
  type Tag,
} from 'easy-template-x'
import { isAppError } from '@/src/lib/errors'
import {
  isField,
  isRows,
  rowField,
  valueText,
  type PrintFields,
  type PrintRow,
  type PrintValues,
} from './definePrintData'
import { partText, readParts, templateRefusal, writeParts, type OfficeParts } from './officeParts'
import { elementsOf, localName, parseXml, printable, textOfElement } from './xmlTree'

const DEEPEST = 250

/**
 * Checks the fields of a Word template: each is known, every block is closed, fields of rows stand among their rows.
 * @throws AppError 422 `template.unknownTag`, `template.brokenTag`, `template.unclosedBlock`, `template.outsideRows`
 */
export async function checkDocxTags(parts: OfficeParts, fields: PrintFields): Promise<void> {
  requireBraces(parts)
  const tags = await parsed(parts)
  const unknown = tags.filter(({ name, options, disposition }) => {
    if (options && Object.keys(options).length > 0) return true
    if (disposition === TagDisposition.Close) return false
    if (disposition === TagDisposition.Open && isRowsField(fields, name)) return false
    return !isField(fields, name)
  })
  if (unknown.length > 0) throw templateRefusal('template.unknownTag', { tags: listed(unknown) })
  const open: Tag[] = []
  for (const tag of tags) {
    if (tag.disposition === TagDisposition.Open) {
      requireRows(tag, fields, open)
      open.push(tag)
    } else if (tag.disposition === TagDisposition.Close) {
      const opened = open.pop()
      if (!opened || (tag.name !== '' && tag.name !== opened.name))
        throw templateRefusal('template.unclosedBlock', { tag: tag.rawText.slice(0, 80) })
    } else requireRows(tag, fields, open)
  }
  const [left] = open
  if (left) throw templateRefusal('template.unclosedBlock', { tag: left.rawText.slice(0, 80) })
}

/**
 * Fills a Word template. Data are text and nothing else: no expression is read, what looks like a field in a value stays as it is.
 * @throws AppError `template.brokenTag`, `template.broken` 422
 */
export async function fillDocx(template: OfficeParts, fields: PrintFields, values: PrintValues): Promise<Buffer> {
  const handler = handlerOf(({ path }) => resolved(path, fields, values))
  const filled = await safely(async () => handler.process(await writeParts(template), {}))
  // Written anew: the library stamps the hour into the archive.
  return writeParts(await readParts(filled))
}

const handlerOf = (scopeDataResolver?: (args: ScopeDataArgs) => unknown): TemplateHandler =>
  new TemplateHandler({
    // Text and rows: pictures, links and raw XML are not for data.
    plugins: [new LoopPlugin(), new TextPlugin()],
    maxXmlDepth: DEEPEST,
    // The library names no type for rows that it only counts.
    ...(scopeDataResolver ? { scopeDataResolver: scopeDataResolver as ScopeDataResolver } : {}),
  })

/** A tag without a name has none at all, whatever the library's type says. */
const parsed = (parts: OfficeParts): Promise<Tag[]> =>
  safely(async () => {
    const tags = await handlerOf().parseTags(await writeParts(parts))
    return tags.map((tag) => ({ ...tag, name: (tag.name as string | undefined) ?? '' }))
  })

/** The library takes a brace that is alone for text; here it is a mistake. @throws AppError `template.brokenTag` */
function requireBraces(parts: OfficeParts): void {
  for (const name of parts.keys()) {
    if (!/^word\/[^/]+\.xml$/.test(name)) continue
    for (const element of elementsOf(parseXml(partText(parts, name)))) {
      if (localName(element) !== 'p') continue
      const text = [...elementsOf(element)]
        .filter((one) => localName(one) === 't')
        .map(textOfElement)
        .join('')
      if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, '')))
        throw templateRefusal('template.brokenTag', { tag: text.slice(0, 80) })
    }
  }
}

async function safely<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isAppError(error)) throw error
    const name = error instanceof Error ? error.constructor.name : ''
    if (/Delimiter|TagOptions|TemplateSyntax/.test(name))
      throw templateRefusal('template.brokenTag', { tag: quoted(error) }, error)
    if (/UnclosedTag|UnopenedTag/.test(name))
      throw templateRefusal('template.unclosedBlock', { tag: quoted(error) }, error)
    throw templateRefusal('template.broken', {}, error)
  }
}

const quoted = (error: unknown): string =>
  (error instanceof Error ? (/[“"'«](.{1,80}?)[”"'»]/s.exec(error.message)?.[1] ?? '') : '').slice(0, 80)

const isRowsField = (fields: PrintFields, name: string): boolean => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  return field !== undefined && isRows(field)
}

function requireRows(tag: Tag, fields: PrintFields, open: readonly Tag[]): void {
  const row = rowField(fields, tag.name)
  if (row && !open.some(({ name }) => name === row.rows))
    throw templateRefusal('template.outsideRows', { tag: tag.rawText, open: `{#${row.rows}}`, close: `{/${row.rows}}` })
}

const listed = (tags: readonly Tag[]): string =>
  [...new Set(tags.map(({ rawText }) => rawText.slice(0, 60)))].slice(0, 10).join(', ')

/** The value of a tag where it stands: its path says which rows it is within. */
function resolved(path: ScopeDataArgs['path'], fields: PrintFields, values: PrintValues): unknown {
  const last = path.at(-1)
  const tag = path.filter((part): part is Tag => typeof part !== 'number').at(-1)
  if (!tag || typeof last === 'number') return undefined
  if (isRowsField(fields, tag.name)) return rowsOf(values, tag.name)
  const row = rowField(fields, tag.name)
  if (!row) return isField(fields, tag.name) ? textIn(values[tag.name]) : tag.rawText
  const at = path.findLastIndex((part) => typeof part !== 'number' && part.name === row.rows)
  const place = path[at + 1]
  return typeof place === 'number' ? textIn(rowsOf(values, row.rows)[place]?.[row.name]) : ''
}

const rowsOf = (values: PrintValues, name: string): readonly PrintRow[] => {
  const rows = values[name]
  return Array.isArray(rows) ? (rows as readonly PrintRow[]) : []
}

const textIn = (value: PrintValues[string] | undefined): string =>
  Array.isArray(value) ? '' : printable(valueText(value as PrintRow[string])).replaceAll('\r', '')
