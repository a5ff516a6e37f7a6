import type { ErrorCode } from '@/src/lib/errors'
import { partText, templateRefusal, type OfficeParts } from './officeParts'
import { elementsOf, localName, parseXml, textOfElement, type XmlElement } from './xmlTree'

export type TemplateFormat = 'docx' | 'xlsx'

const CONTENT_TYPES = '[Content_Types].xml'
const MAIN_TYPES: Readonly<Record<string, TemplateFormat>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
}
const XML = /\.(xml|rels|vml|svg)$/i
const PLAIN = /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf)$/i
/** Settings of a printer that Excel puts into every workbook it printed. */
const PRINTER = /^xl\/printerSettings\/printerSettings\d+\.bin$/
const FORBIDDEN: ReadonlyArray<readonly [RegExp, ErrorCode]> = [
  [/vbaProject|vbaData|macrosheets|dialogsheets|customUI|attachedToolbars/i, 'template.macros'],
  [/externalLinks|connections\.xml|queryTables|model\//i, 'template.external'],
  [/embeddings|activeX|ctrlProps|webextensions|afchunk/i, 'template.embedded'],
]
/** Elements that bring in what is not drawn: other documents, programs' objects, controls. */
const FOREIGN = new Set(['altChunk', 'OLEObject', 'oleObject', 'oleObjects', 'control', 'controls', 'object', 'subDoc'])
/** Fields of Word that read files, ask other programs or press buttons. */
const ACTIVE = /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|RD)\b/i

/**
 * Reads everything in an office file that a template may not hold, by its content and never by its name, and says which
 * of the two it is.
 * @throws AppError 422 `template.broken`, `template.format`, `template.macros`, `template.external`, `template.embedded`, `template.entities`, `template.activeField`
 */
export function checkParts(parts: OfficeParts): TemplateFormat {
  for (const name of parts.keys()) checkName(name)
  let format: TemplateFormat | undefined
  for (const name of parts.keys()) {
    if (!XML.test(name)) continue
    const root = parseXml(partText(parts, name))
    if (name === CONTENT_TYPES) format = formatOf(root)
    else if (name.endsWith('.rels')) checkRelations(root)
    else checkContent(root)
  }
  if (!format) throw templateRefusal('template.format')
  return format
}

function checkName(name: string): void {
  if (name.includes('\\') || name.startsWith('/') || name.split('/').includes('..'))
    throw templateRefusal('template.broken')
  for (const [pattern, code] of FORBIDDEN)
    if (pattern.test(name)) throw templateRefusal(code, { part: name, target: name })
  if (!XML.test(name) && !PLAIN.test(name) && !PRINTER.test(name))
    throw templateRefusal('template.embedded', { part: name })
}

function formatOf(root: XmlElement): TemplateFormat | undefined {
  const types = [...elementsOf(root)].map(({ attributes }) => attributes.ContentType ?? '')
  if (types.some((type) => /macroEnabled|vbaProject/i.test(type))) throw templateRefusal('template.macros')
  const [format, other] = types.flatMap((type) => MAIN_TYPES[type] ?? [])
  return other ? undefined : format
}

function checkRelations(root: XmlElement): void {
  for (const { attributes } of elementsOf(root)) {
    const { TargetMode = 'Internal', Target = '' } = attributes
    // Some programs leave the mode out and name an address all the same.
    if (TargetMode.toLowerCase() !== 'internal' || /^(\\\\|\/\/|[a-z][a-z0-9+.-]*:)/i.test(Target))
      throw templateRefusal('template.external', { target: Target.slice(0, 120) })
    for (const [pattern, code] of FORBIDDEN)
      if (pattern.test(Target)) throw templateRefusal(code, { part: Target, target: Target.slice(0, 120) })
  }
}

function checkContent(root: XmlElement): void {
  let field = ''
  for (const element of elementsOf(root)) {
    const name = localName(element)
    if (FOREIGN.has(name)) throw templateRefusal('template.embedded', { part: name })
    if (name === 'fldChar') field = ''
    if (name === 'instrText') field += textOfElement(element)
    const instruction = name === 'fldSimple' ? (element.attributes['w:instr'] ?? '') : field
    const active = ACTIVE.exec(instruction)?.[1]
    if (active) throw templateRefusal('template.activeField', { field: active.toUpperCase() })
  }
}
