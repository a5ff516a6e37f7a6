import { buffer } from 'node:stream/consumers'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { ZipFile } from 'yazl'
import { readPasted, readTable } from '@/src/mechanisms/tables/readTable'

const cells = (rows: Array<{ cells: string[] }>): string[][] => rows.map((row) => row.cells)
const ROWS = [
  ['Артикул', 'Кол-во'],
  ['БЛ-933', '1200'],
]

async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}
const workbook = (data: SheetData): Promise<Buffer> => writeExcelFile(data).toBuffer()

describe('[SHOP-15] tables that people bring', () => {
  it.each([
    ['UTF-8', Buffer.from('Артикул;Кол-во\r\nБЛ-933;1200')],
    ['UTF-8 with its mark', Buffer.from('\ufeffАртикул;Кол-во\nБЛ-933;1200\n')],
    ['windows-1251', iconv.encode('Артикул;Кол-во\r\nБЛ-933;1200', 'windows-1251')],
    ['UTF-16', iconv.encode('Артикул\tКол-во\r\nБЛ-933\t1200', 'utf-16le', { addBOM: true })],
    ['quoted', Buffer.from('"Артикул";"Кол-во"\n"БЛ-933";"1200"')],
    ['quoted, by commas', Buffer.from('"Артикул","Кол-во"\n"БЛ-933","1200"')],
    ['old line ends', Buffer.from('Артикул;Кол-во\rБЛ-933;1200')],
  ])('CSV in %s', async (_, bytes) => expect(cells(await readTable(bytes))).toEqual(ROWS))

  it('a quote inside a name and one never closed lose no line', () => {
    expect(cells(readPasted('Труба 1/2";5\nБолт;7'))).toEqual([
      ['Труба 1/2"', '5'],
      ['Болт', '7'],
    ])
    expect(cells(readPasted('"Труба;5\nБолт;7'))).toHaveLength(2)
  })

  it('XLSX: texts, numbers with all their digits, booleans, empty rows left out, lines numbered as in the file', async () => {
    const file = await workbook([
      [{ value: 'Артикул' }, { value: 'Кол-во' }],
      [null, null],
      [{ value: '0012' }, { value: 1200, type: Number }],
      [
        { value: 4607123456789, type: Number },
        { value: 0.1 + 0.2, type: Number },
      ],
    ])
    expect(await readTable(file)).toEqual([
      { line: 1, cells: ['Артикул', 'Кол-во'] },
      { line: 3, cells: ['0012', '1200'] },
      { line: 4, cells: ['4607123456789', '0.3'] },
    ])
  })

  it('a formula is the value that lies there; one without a value is nothing, and nothing is ever computed', async () => {
    const sheet = (inside: string): string =>
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>БЛ-933</t></is></c>${inside}</row></sheetData></worksheet>`
    const book = (inside: string): Promise<Buffer> =>
      zipOf({
        'xl/workbook.xml':
          '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': sheet(inside),
      })
    expect(cells(await readTable(await book('<c r="B1"><f>2*600</f><v>1200</v></c>')))).toEqual([['БЛ-933', '1200']])
    expect(cells(await readTable(await book('<c r="B1"><f>WEBSERVICE("http://x")</f></c>')))[0]?.[0]).toBe('БЛ-933')
  })

  const bomb = (): Promise<Buffer> =>
    zipOf({ 'xl/workbook.xml': '<a/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(60 * 1024 * 1024, 'a') })
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['nothing at all', 'table.empty', () => Buffer.alloc(0)],
    ['only spaces and signs', 'table.empty', () => Buffer.from(' \r\n;;;\n\u200b')],
    ['more than 5 MB', 'table.tooLarge', () => Buffer.alloc(5 * 1024 * 1024 + 1, 'a')],
    ['more than 5,000 lines', 'table.tooManyLines', () => Buffer.from('a;1\n'.repeat(5_001))],
    ['a zip bomb', 'table.swollen', bomb],
    [
      'a zip of a thousand parts',
      'table.swollen',
      () => zipOf(Object.fromEntries(Array.from({ length: 600 }, (_, one) => [`xl/${one}.xml`, 'a']))),
    ],
    ['a zip that is no workbook', 'table.unknownKind', () => zipOf({ 'a.txt': 'a' })],
    ['a workbook that is no XML', 'table.broken', () => zipOf({ 'xl/workbook.xml': 'no' })],
    ['the first half of a workbook', 'table.broken', async () => (await workbook([[{ value: 'a' }]])).subarray(0, 700)],
    [
      'an XLS or a locked file',
      'table.unknownKind',
      () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ],
    [
      'a picture',
      'table.unknownKind',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    ],
    ['a PDF with NULs', 'table.unknownKind', () => Buffer.from('%PDF-1.4\u0000\u0001')],
  ])('bad files are refused with words: %s', async (_, code, make) => {
    await expect(readTable(await make())).rejects.toMatchObject({ code, status: 422, field: 'file' })
  })

  it('an entity that swells is never unfolded', async () => {
    const file = await zipOf({
      'xl/workbook.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><workbook>&b;</workbook>',
    })
    await expect(readTable(file)).rejects.toMatchObject({ code: 'table.broken' })
  })
})
