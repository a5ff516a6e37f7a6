import {
  isField,
  rowField,
  valueText,
  type PrintFields,
  type PrintRow,
  type PrintValue,
  type PrintValues,
} from './definePrintData'
import { partText, templateRefusal, writeParts, type OfficeParts } from './officeParts'
import { formulaAfter, rangesAfter, rowAfter, type Grown } from './sheet.rules'
import {
  childNamed,
  childrenNamed,
  elementsOf,
  isElement,
  localName,
  parseXml,
  textOfElement,
  writeXml,
  type XmlElement,
} from './xmlTree'

const TAG = /\{([^{}]*)\}/g
const WORKBOOK = 'xl/workbook.xml'
const STRINGS = 'xl/sharedStrings.xml'
const CHAIN = 'xl/calcChain.xml'

type Sheet = { name: string; part: string; root: XmlElement; grown: Grown[] }
type Book = { sheets: Sheet[]; strings: readonly string[] }

/**
 * Checks the fields of an Excel template: each is known, and the fields of rows in one row of the sheet are of one table.
 * @throws AppError 422 `template.unknownTag`, `template.mixedRows`, `template.sharedFormula`
 */
export function checkXlsxTags(parts: OfficeParts, fields: PrintFields): void {
  const book = readBook(parts)
  const tags = book.sheets.flatMap(({ root }) => [
    ...cellsOf(root).flatMap((cell) => tagsOf(cellText(cell, book))),
    ...headersOf(root).flatMap((header) => tagsOf(textOfElement(header))),
  ])
  const unknown = tags.filter((tag) => !isField(fields, tag))
  if (unknown.length > 0)
    throw templateRefusal('template.unknownTag', {
      tags: [...new Set(unknown.map((tag) => `{${tag.slice(0, 60)}}`))].slice(0, 10).join(', '),
    })
  for (const { root } of book.sheets) {
    const repeated = rowsOfSheet(root).filter((row) => repeatedBy(row, book, fields) !== null)
    const filled = repeated.length > 0 ? cellsOf(root).find(isFilledFormula) : undefined
    if (filled) throw templateRefusal('template.sharedFormula', { cell: filled.attributes.r ?? '' })
  }
}

/**
 * Fills an Excel template. A row with fields of a table becomes as many rows as the table has, and what lies below moves down
 * with its formulas, merges and pictures. A cell that is one field with a number is a number; all else is text, and text is never a formula.
 */
export async function fillXlsx(template: OfficeParts, fields: PrintFields, values: PrintValues): Promise<Buffer> {
  const parts: OfficeParts = new Map(template)
  const book = readBook(parts)
  for (const sheet of book.sheets) sheet.grown = grownRows(sheet.root, book, fields, values)
  const grownOf = (name: string): readonly Grown[] => book.sheets.find((sheet) => sheet.name === name)?.grown ?? []
  for (const sheet of book.sheets) {
    fillSheet(sheet, { book, fields, values, grownOf })
    parts.set(sheet.part, Buffer.from(writeXml(sheet.root)))
    moveDrawings(parts, sheet)
  }
  finishWorkbook(parts, grownOf)
  return writeParts(parts)
}

type Filling = {
  book: Book
  fields: PrintFields
  values: PrintValues
  grownOf: (sheet: string) => readonly Grown[]
}

function readBook(parts: OfficeParts): Book {
  const workbook = parseXml(partText(parts, WORKBOOK))
  const targets = relationsOf(parts, WORKBOOK)
  const sheets = [...elementsOf(workbook)]
    .filter((element) => localName(element) === 'sheet')
    .flatMap(({ attributes }) => {
      const part = targets.get(attributes['r:id'] ?? '')
      if (!part || !part.startsWith('xl/worksheets/')) return []
      return [{ name: attributes.name ?? '', part, root: addressed(parseXml(partText(parts, part))), grown: [] }]
    })
  const strings = parts.has(STRINGS) ? childrenNamed(parseXml(partText(parts, STRINGS)), 'si').map(stringText) : []
  return { sheets, strings }
}

/** Rows and cells may leave out where they stand: right behind the one before. */
function addressed(root: XmlElement): XmlElement {
  let row = 0
  for (const element of rowsOfSheet(root)) {
    row = Number(element.attributes.r ?? row + 1)
    element.attributes.r = String(row)
    let column = 0
    for (const cell of childrenNamed(element, 'c')) {
      column = cell.attributes.r ? columnNumber(cell.attributes.r) : column + 1
      cell.attributes.r ??= `${columnName(column)}${row}`
    }
  }
  return root
}

const columnNumber = (cell: string): number =>
  [...cell.replace(/\d+$/, '')].reduce((number, sign) => number * 26 + sign.charCodeAt(0) - 64, 0)
const columnName = (number: number): string =>
  number > 26
    ? columnName(Math.floor((number - 1) / 26)) + columnName(((number - 1) % 26) + 1)
    : String.fromCharCode(64 + number)

/** Parts that a part refers to, by the ids of its relations. */
function relationsOf(parts: OfficeParts, part: string): Map<string, string> {
  const at = part.lastIndexOf('/')
  const rels = `${part.slice(0, at)}/_rels/${part.slice(at + 1)}.rels`
  if (!parts.has(rels)) return new Map()
  return new Map(
    childrenNamed(parseXml(partText(parts, rels)), 'Relationship').map(({ attributes: { Id = '', Target = '' } }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : new URL(Target, `http://parts/${part}`).pathname.slice(1),
    ]),
  )
}

/** The text of a string without the readings of its signs. */
const stringText = (string: XmlElement): string =>
  string.children
    .filter(isElement)
    .map((child) =>
      localName(child) === 't' ? textOfElement(child) : localName(child) === 'r' ? stringText(child) : '',
    )
    .join('')

const rowsOfSheet = (root: XmlElement): XmlElement[] => childrenNamed(childNamed(root, 'sheetData') ?? root, 'row')
const cellsOf = (root: XmlElement): XmlElement[] => rowsOfSheet(root).flatMap((row) => childrenNamed(row, 'c'))
const headersOf = (root: XmlElement): XmlElement[] =>
  childrenNamed(root, 'headerFooter').flatMap(({ children }) => children.filter(isElement))
const tagsOf = (text: string): string[] => [...text.matchAll(TAG)].map((match) => match[1]?.trim() ?? '')

function cellText(cell: XmlElement, { strings }: Book): string {
  if (childNamed(cell, 'f')) return ''
  const { t } = cell.attributes
  if (t === 'inlineStr') return stringText(childNamed(cell, 'is') ?? cell)
  const value = childNamed(cell, 'v')
  if (t !== 's' || !value) return ''
  return strings[Number(textOfElement(value))] ?? ''
}

const isFilledFormula = (cell: XmlElement): boolean => {
  const type = childNamed(cell, 'f')?.attributes.t
  return type !== undefined && type !== 'normal'
}

/** The table that a row of the sheet is repeated for. @throws AppError `template.mixedRows` */
function repeatedBy(row: XmlElement, book: Book, fields: PrintFields): string | null {
  const tags = childrenNamed(row, 'c').flatMap((cell) => tagsOf(cellText(cell, book)))
  const tables = new Set(tags.flatMap((tag) => rowField(fields, tag)?.rows ?? []))
  if (tables.size > 1) throw templateRefusal('template.mixedRows', { tags: [...tables].join(', ') })
  return [...tables][0] ?? null
}

const numberOf = (row: XmlElement): number => Number(row.attributes.r)

function grownRows(root: XmlElement, book: Book, fields: PrintFields, values: PrintValues): Grown[] {
  return rowsOfSheet(root).flatMap((row) => {
    const table = repeatedBy(row, book, fields)
    const extra = table === null ? 0 : Math.max(tableOf(values, table).length, 1) - 1
    return extra > 0 ? [{ row: numberOf(row), extra }] : []
  })
}

const tableOf = (values: PrintValues, name: string): readonly PrintRow[] => {
  const rows = values[name]
  return Array.isArray(rows) ? (rows as readonly PrintRow[]) : []
}

function fillSheet({ root, grown }: Sheet, filling: Filling): void {
  const { book, fields, values } = filling
  const data = childNamed(root, 'sheetData')
  if (data) {
    data.children = rowsOfSheet(root).flatMap((row) => {
      const table = repeatedBy(row, book, fields)
      if (table === null) return [filledRow(row, 0, { ...filling, grown, line: null })]
      const lines = tableOf(values, table)
      return (lines.length > 0 ? lines : [{}]).map((line, copy) => filledRow(row, copy, { ...filling, grown, line }))
    })
  }
  for (const header of headersOf(root)) {
    const text = textOfElement(header)
    const told = text.replace(TAG, (all, tag: string) =>
      isField(fields, tag.trim())
        ? valueText(valueOf(tag.trim(), { fields, values, line: null })).replaceAll('&', '&&')
        : all,
    )
    header.children = [told]
  }
  moveRanges(root, grown)
}

type RowFilling = Filling & { grown: readonly Grown[]; line: PrintRow | null }

function filledRow(row: XmlElement, copy: number, filling: RowFilling): XmlElement {
  const from = numberOf(row)
  const number = rowAfter(from, filling.grown) + copy
  return {
    ...row,
    attributes: { ...row.attributes, r: String(number) },
    children: childrenNamed(row, 'c').map((cell) =>
      filledCell(cell, {
        ...filling,
        at: { row: from, copy },
        name: (cell.attributes.r ?? '').replace(/\d+$/, String(number)),
      }),
    ),
  }
}

function filledCell(
  cell: XmlElement,
  {
    book,
    fields,
    values,
    grown,
    grownOf,
    line,
    at,
    name,
  }: RowFilling & { at: { row: number; copy: number }; name: string },
): XmlElement {
  const attributes: Record<string, string> = { ...cell.attributes, r: name }
  const formula = childNamed(cell, 'f')
  if (formula) {
    // Its value is of the template's data: it is counted when the file is opened.
    delete attributes.t
    const text = formulaAfter(textOfElement(formula), grown, grownOf, at)
    return { ...cell, attributes, children: [{ ...formula, children: [text] }] }
  }
  const text = cellText(cell, book)
  const tags = tagsOf(text)
  if (tags.length === 0) return { ...cell, attributes }
  const only = tags.length === 1 && /^\s*\{[^{}]*\}\s*$/.test(text) ? tags[0] : undefined
  const value = only === undefined ? null : valueOf(only, { fields, values, line })
  if (value !== null && typeof value === 'object') {
    delete attributes.t
    return {
      ...cell,
      attributes,
      children: [{ name: prefixed(cell, 'v'), attributes: {}, children: [String(value.number)] }],
    }
  }
  const told = text.replace(TAG, (all, tag: string) =>
    isField(fields, tag.trim()) ? valueText(valueOf(tag.trim(), { fields, values, line })) : all,
  )
  attributes.t = 'inlineStr'
  const t: XmlElement = { name: prefixed(cell, 't'), attributes: { 'xml:space': 'preserve' }, children: [told] }
  return { ...cell, attributes, children: [{ name: prefixed(cell, 'is'), attributes: {}, children: [t] }] }
}

const prefixed = ({ name }: XmlElement, local: string): string => name.slice(0, name.indexOf(':') + 1) + local

function valueOf(tag: string, { fields, values, line }: Pick<RowFilling, 'fields' | 'values' | 'line'>): PrintValue {
  const row = rowField(fields, tag)
  if (row) return line?.[row.name] ?? null
  const value = values[tag]
  return value === undefined || Array.isArray(value) ? null : (value as PrintValue)
}

/** What names cells of the sheet: merges, rules of drawing and checking, the part that is filtered, breaks of pages. */
function moveRanges(root: XmlElement, grown: readonly Grown[]): void {
  if (grown.length === 0) return
  for (const element of elementsOf(root)) {
    const name = localName(element)
    if (name === 'row' || name === 'c' || name === 'f') continue
    const { ref, sqref, id } = element.attributes
    if (ref !== undefined) element.attributes.ref = rangesAfter(ref, grown)
    if (sqref !== undefined) element.attributes.sqref = rangesAfter(sqref, grown)
    if (name === 'brk' && id !== undefined) element.attributes.id = String(rowAfter(Number(id), grown, 'end'))
  }
  const merges = childNamed(root, 'mergeCells')
  if (!merges) return
  // A merge within a grown row is repeated in each of its copies.
  const copies = childrenNamed(merges, 'mergeCell').flatMap((merge) => {
    const [, column = '', first, other = '', last] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(merge.attributes.ref ?? '') ?? []
    const of = grown.find(
      ({ row, extra }) => rowAfter(row, grown) === Number(first) && Number(last) === Number(first) + extra,
    )
    if (!of) return [merge]
    return Array.from({ length: of.extra + 1 }, (_, copy) => {
      const row = Number(first) + copy
      return { ...merge, attributes: { ...merge.attributes, ref: `${column}${row}:${other}${row}` } }
    })
  })
  merges.children = copies
  merges.attributes.count = String(copies.length)
}

/** Pictures are pinned to rows, counted from nought. */
function moveDrawings(parts: OfficeParts, { part, grown }: Sheet): void {
  if (grown.length === 0) return
  for (const drawing of relationsOf(parts, part).values()) {
    if (!/^xl\/drawings\/[^/]+\.xml$/.test(drawing) || !parts.has(drawing)) continue
    const root = parseXml(partText(parts, drawing))
    for (const element of elementsOf(root)) {
      if (localName(element) !== 'row') continue
      element.children = [String(rowAfter(Number(textOfElement(element)) + 1, grown) - 1)]
    }
    parts.set(drawing, Buffer.from(writeXml(root)))
  }
}

/** Names of ranges follow their rows; everything is counted anew when the file is opened. */
function finishWorkbook(parts: OfficeParts, grownOf: Filling['grownOf']): void {
  const workbook = parseXml(partText(parts, WORKBOOK))
  for (const element of elementsOf(workbook)) {
    if (localName(element) !== 'definedName') continue
    element.children = [formulaAfter(textOfElement(element), [], grownOf)]
  }
  const calc = childNamed(workbook, 'calcPr')
  if (calc) calc.attributes.fullCalcOnLoad = '1'
  else insertCalc(workbook)
  parts.set(WORKBOOK, Buffer.from(writeXml(workbook)))
  if (!parts.delete(CHAIN)) return
  without(parts, '[Content_Types].xml', ({ attributes }) => attributes.PartName === `/${CHAIN}`)
  without(
    parts,
    'xl/_rels/workbook.xml.rels',
    ({ attributes }) => attributes.Target?.endsWith('calcChain.xml') ?? false,
  )
}

/** The schema wants it behind these. */
function insertCalc(workbook: XmlElement): void {
  const before = ['sheets', 'functionGroups', 'externalReferences', 'definedNames']
  const at = workbook.children.findLastIndex((child) => isElement(child) && before.includes(localName(child)))
  workbook.children.splice(at + 1, 0, {
    name: prefixed(workbook, 'calcPr'),
    attributes: { fullCalcOnLoad: '1' },
    children: [],
  })
}

function without(parts: OfficeParts, part: string, gone: (element: XmlElement) => boolean): void {
  const root = parseXml(partText(parts, part))
  root.children = root.children.filter((child) => !isElement(child) || !gone(child))
  parts.set(part, Buffer.from(writeXml(root)))
}
