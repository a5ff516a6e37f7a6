import { docxBlank, paragraph } from '@/src/mechanisms/print/templates/docxBlank'
import type { PrintFields } from '@/src/mechanisms/print/templates/definePrintData'
import { readParts, writeParts, type OfficeParts } from '@/src/mechanisms/print/templates/officeParts'

const field = (example: string) => ({ label: { ru: example, en: example }, example })

/** What the templates of these tests may name. */
export const fields: PrintFields = {
  number: field('87/26'),
  name: field('Поставка'),
  sum: field('1 200,00'),
  note: field('если есть'),
  'buyer.inn': field('7707083893'),
  lines: {
    label: { ru: 'Строки', en: 'Lines' },
    rows: { name: field('Болт'), qty: field('3'), price: field('10,50') },
  },
  others: { label: { ru: 'Другие', en: 'Others' }, rows: { name: field('Гайка') } },
}

/** A Word file with these paragraphs. */
export const docx = (...paragraphs: readonly string[]): Promise<Buffer> =>
  docxBlank(
    paragraphs.map((text) => paragraph(text)),
    '{number}',
  )

/** The same file with some of its parts otherwise; null takes one away. */
export async function changed(
  file: Buffer,
  parts: Readonly<Record<string, string | Buffer | null | ((text: string) => string)>>,
): Promise<Buffer> {
  const all: OfficeParts = await readParts(file)
  for (const [name, part] of Object.entries(parts)) {
    if (part === null) all.delete(name)
    else if (typeof part === 'function') all.set(name, Buffer.from(part(all.get(name)?.toString('utf8') ?? '')))
    else all.set(name, Buffer.from(part))
  }
  return writeParts(all)
}

const X = 'http://schemas.openxmlformats.org'
type Sheet = { name: string; rows: string; rest?: string; rels?: string }

/** An Excel file with these sheets, cells as inline strings: `row('A1', …)`. */
export function xlsx(sheets: readonly Sheet[], more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const part = (xml: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)
  const parts: OfficeParts = new Map([
    [
      '[Content_Types].xml',
      part(
        `<Types xmlns="${X}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>`,
      ),
    ],
    [
      '_rels/.rels',
      part(
        `<Relationships xmlns="${X}/package/2006/relationships"><Relationship Id="rId1" Type="${X}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    ],
    [
      'xl/workbook.xml',
      part(
        `<workbook xmlns="${X}/spreadsheetml/2006/main" xmlns:r="${X}/officeDocument/2006/relationships"><sheets>${sheets
          .map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
          .join('')}</sheets>${more.names ?? ''}</workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      part(
        `<Relationships xmlns="${X}/package/2006/relationships">${sheets
          .map(
            (_sheet, index) =>
              `<Relationship Id="rId${index + 1}" Type="${X}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
          )
          .join(
            '',
          )}<Relationship Id="rId99" Type="${X}/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>`,
      ),
    ],
    ['xl/calcChain.xml', part(`<calcChain xmlns="${X}/spreadsheetml/2006/main"><c r="A1" i="1"/></calcChain>`)],
  ])
  sheets.forEach(({ rows, rest = '', rels }, index) => {
    parts.set(
      `xl/worksheets/sheet${index + 1}.xml`,
      part(
        `<worksheet xmlns="${X}/spreadsheetml/2006/main" xmlns:r="${X}/officeDocument/2006/relationships"><sheetData>${rows}</sheetData>${rest}</worksheet>`,
      ),
    )
    if (rels) parts.set(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, part(rels))
  })
  return writeParts(parts)
}

/** A row of texts, formulas (`=…`) and numbers. */
export const row = (number: number, ...cells: ReadonlyArray<string | number | null>): string =>
  `<row r="${number}">${cells
    .map((value, index) => {
      const at = `${String.fromCharCode(65 + index)}${number}`
      if (value === null) return ''
      if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
      if (value.startsWith('=')) return `<c r="${at}" t="str"><f>${value.slice(1)}</f><v>0</v></c>`
      return `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
    })
    .join('')}</row>`

/** The text of a Word file as a reader sees it: paragraphs apart by lines. */
export async function docxText(file: Buffer, part = 'word/document.xml'): Promise<string> {
  const xml = (await readParts(file)).get(part)?.toString('utf8') ?? ''
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

export const partOf = async (file: Buffer, name: string): Promise<string> =>
  (await readParts(file)).get(name)?.toString('utf8') ?? ''
