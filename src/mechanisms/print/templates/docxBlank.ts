import { writeParts } from './officeParts'

type Run = { text: string; bold?: boolean }
export type DocxParagraph = {
  runs: readonly Run[]
  align?: 'left' | 'center' | 'right' | 'both'
  /** Twentieths of a point. */
  before?: number
  after?: number
  indent?: number
  /** Half points. */
  size?: number
  keepNext?: boolean
}
/** A table with a head, or one that only sets its cells side by side. */
export type DocxTable = {
  /** Of the width of the page, in twentieths of a point. */
  columns: readonly number[]
  rows: ReadonlyArray<ReadonlyArray<readonly DocxParagraph[]>>
  bare?: boolean
}
export type DocxBlock = DocxParagraph | DocxTable

/** A paragraph; `**bold**` stands out. */
export const paragraph = (text: string, look: Omit<DocxParagraph, 'runs'> = {}): DocxParagraph => ({
  ...look,
  runs: text.split('**').map((part, index) => ({ text: part, bold: index % 2 === 1 })),
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const EDGE = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'

/** A Word document on an A4 page with a foot, made of paragraphs and tables: a template to begin with. */
export function docxBlank(blocks: readonly DocxBlock[], foot: string): Promise<Buffer> {
  const part = (xml: string): Buffer => Buffer.from(DECLARATION + xml)
  return writeParts(
    new Map([
      [
        '[Content_Types].xml',
        part(
          `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${MAIN}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${MAIN}.footer+xml"/></Types>`,
        ),
      ],
      [
        '_rels/.rels',
        part(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
        ),
      ],
      [
        'word/document.xml',
        part(
          `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${blocks.map(blockXml).join('')}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
        ),
      ],
      [
        'word/_rels/document.xml.rels',
        part(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${R}/footer" Target="footer1.xml"/></Relationships>`,
        ),
      ],
      [
        'word/styles.xml',
        part(
          `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
        ),
      ],
      [
        'word/footer1.xml',
        part(
          `<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="9637"/></w:tabs></w:pPr>${runXml({ text: foot }, 18)}<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`,
        ),
      ],
    ]),
  )
}

const blockXml = (block: DocxBlock): string => ('runs' in block ? paragraphXml(block) : tableXml(block))

function paragraphXml({ runs, align = 'left', before = 0, after, indent, size, keepNext }: DocxParagraph): string {
  const spacing = `<w:spacing w:before="${before}"${after === undefined ? '' : ` w:after="${after}"`}/>`
  const look = `${keepNext ? '<w:keepNext/>' : ''}${spacing}${indent ? `<w:ind w:firstLine="${indent}"/>` : ''}<w:jc w:val="${align}"/>`
  return `<w:p><w:pPr>${look}</w:pPr>${runs
    .filter(({ text }) => text !== '')
    .map((run) => runXml(run, size))
    .join('')}</w:p>`
}

function runXml({ text, bold }: Run, size?: number): string {
  const look = `${bold ? '<w:b/>' : ''}${size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : ''}`
  return `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

function tableXml({ columns, rows, bare }: DocxTable): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => (bare ? `<w:${side} w:val="nil"/>` : EDGE.replace('{}', side)))
    .join('')
  const width = columns.reduce((sum, one) => sum + one, 0)
  const cells = rows.map((row, index) => {
    const head = !bare && index === 0 ? '<w:tblHeader/>' : ''
    const inner = row
      .map(
        (paragraphs, place) =>
          `<w:tc><w:tcPr><w:tcW w:w="${columns[place] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphs.map(paragraphXml).join('')}</w:tc>`,
      )
      .join('')
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${inner}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns
    .map((one) => `<w:gridCol w:w="${one}"/>`)
    .join('')}</w:tblGrid>${cells.join('')}</w:tbl>`
}
