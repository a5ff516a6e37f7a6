import { ZipFile } from 'yazl'
import type { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/src/lib/errors'
import { checkTemplate, fillTemplate } from '@/src/mechanisms/print/templates/checkTemplate'
import type { PrintValues } from '@/src/mechanisms/print/templates/definePrintData'
import { changed, docx, docxText, fields, partOf, row, xlsx } from './officeFiles'

const of = { fields }
const refusal = async (file: Buffer | Promise<Buffer>): Promise<string> => {
  try {
    return await checkTemplate(await file, of)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return error instanceof AppError && error.status === 422 ? error.code : 'other'
  }
}
const fill = (file: Buffer, values: PrintValues) => fillTemplate(file, of, values)
const rels = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`

const NASTY = [
  '{constructor}',
  '{#lines}{/lines}',
  '{__proto__}',
  '=1+1',
  '=cmd|"/c calc"!A0',
  '+7 495',
  '@SUM(A1)',
  '<w:p>&amp;</w:p>',
  ']]>',
  '"><script>',
  '\u0000\u0008\ud800',
  '{number}',
  "O'Brien & <Co>",
]

describe('templates in Word', () => {
  it('[CONTR-02] are filled with values, rows of tables and parts that are shown when there is something to show', async () => {
    const file = await docx(
      'Договор № {number}: **{name}**',
      '{#note}Прим.: {note}{/note}{#sum}Сумма {sum}{/sum}',
      '{#lines}{lines.name} × {lines.qty} ({number}); {/lines}',
    )
    expect(await checkTemplate(file, of)).toBe('docx')
    const filled = await fill(file, {
      number: '87/26',
      name: 'Болты',
      note: null,
      sum: { text: '1 200,00', number: 1200 },
      lines: [
        { name: 'Болт', qty: '3' },
        { name: 'Гайка', qty: null },
      ],
    })
    expect(await docxText(filled)).toContain(
      'Договор № 87/26: Болты\nСумма 1 200,00\nБолт × 3 (87/26); Гайка ×  (87/26); ',
    )
    expect(await docxText(filled, 'word/footer1.xml')).toContain('87/26')
  })

  it('[CONTR-02] the same template and values make the same bytes', async () => {
    const file = await docx('{number}')
    expect((await fill(file, { number: '1' })).equals(await fill(file, { number: '1' }))).toBe(true)
    expect((await fill(file, { number: '1' })).equals(await fill(file, { number: '2' }))).toBe(false)
  })

  it('[CONTR-02] values are text and nothing else, whatever they look like', async () => {
    const file = await docx('{number}|{name}|', '{#lines}[{lines.name}]{/lines}')
    for (const nasty of NASTY) {
      const filled = await fill(file, { number: nasty, name: nasty, lines: [{ name: nasty }] })
      const clean = nasty.replace(/[\u0000\u0008\ud800]/g, '')
      expect(await docxText(filled)).toContain(`${clean}|${clean}|\n[${clean}]`)
      expect(await checkTemplate(await docx('x'), of)).toBe('docx')
    }
  })

  it.each([
    ['{constructor}', 'template.unknownTag'],
    ['{__proto__}', 'template.unknownTag'],
    ['{toString}', 'template.unknownTag'],
    ['{number.length}', 'template.unknownTag'],
    ['{lines}', 'template.unknownTag'],
    ['{lines.nothing}', 'template.unknownTag'],
    ['{number [a: 1]}', 'template.unknownTag'],
    ['{}', 'template.unknownTag'],
    ['{ }', 'template.unknownTag'],
    ['{#}', 'template.unknownTag'],
    ['{number', 'template.brokenTag'],
    ['number}', 'template.brokenTag'],
    ['{{number}}', 'template.brokenTag'],
    ['{#lines}{lines.name}', 'template.unclosedBlock'],
    ['{/lines}', 'template.unclosedBlock'],
    ['{#lines}{lines.name}{/others}', 'template.unclosedBlock'],
    ['{lines.name}', 'template.outsideRows'],
    ['{#others}{lines.name}{/others}', 'template.outsideRows'],
  ])('[CONTR-02] a field that cannot be filled is refused at the upload: %s', async (text, code) => {
    expect(await refusal(docx(text))).toBe(code)
  })
})

describe('files that are no templates', () => {
  it('[CONTR-02] archives that swell, are broken or locked', async () => {
    const swollen = async (parts: number, bytes: number): Promise<Buffer> => {
      const zip = new ZipFile()
      for (let part = 0; part < parts; part += 1) zip.addBuffer(Buffer.alloc(bytes), `word/media/${part}.png`)
      zip.end()
      return buffer(zip.outputStream as PassThrough)
    }
    expect(await refusal(swollen(1, 41 * 1024 * 1024))).toBe('template.swollen')
    expect(await refusal(swollen(501, 1))).toBe('template.swollen')
    const file = await docx('{number}')
    for (const bytes of [Buffer.from('no zip'), Buffer.alloc(0), file.subarray(0, 400), Buffer.from('PK\u0003\u0004')])
      expect(await refusal(bytes)).toBe('template.broken')
    // The size that the archive tells is a lie.
    const lying = Buffer.from(file)
    const central = lying.lastIndexOf('PK\u0001\u0002')
    lying.writeUInt32LE(5, central + 24)
    expect(await refusal(lying)).toBe('template.broken')
    // A flag of encryption.
    const locked = Buffer.from(file)
    locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8)
    expect(await refusal(locked)).toBe('template.broken')
  })

  it('[CONTR-02] those that reach outside, carry programs or declare entities', async () => {
    const file = await docx('{number}')
    const link = (target: string, mode = ' TargetMode="External"') =>
      rels(`<Relationship Id="rId1" Type="x/attachedTemplate" Target="${target}"${mode}/>`)
    const body = (inner: string) => (text: string) => text.replace('<w:body>', `<w:body>${inner}`)
    const cases: Array<[string, Parameters<typeof changed>[1], string]> = [
      [
        'a template of a server',
        { 'word/_rels/settings.xml.rels': link('https://evil.example/t.dotm') },
        'template.external',
      ],
      [
        'a mode in small letters',
        { 'word/_rels/settings.xml.rels': link('x', ' TargetMode="external"') },
        'template.external',
      ],
      [
        'no mode and an address',
        { 'word/_rels/settings.xml.rels': link('http://evil.example', '') },
        'template.external',
      ],
      ['a share', { 'word/_rels/settings.xml.rels': link('\\\\evil\\share', '') }, 'template.external'],
      ['a file', { 'word/_rels/settings.xml.rels': link('file:///etc/passwd', '') }, 'template.external'],
      ['macros', { 'word/vbaProject.bin': 'x' }, 'template.macros'],
      [
        'a macro type',
        {
          '[Content_Types].xml': (text) =>
            text.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'),
        },
        'template.macros',
      ],
      ['an OLE object', { 'word/embeddings/oleObject1.bin': 'x' }, 'template.embedded'],
      ['a program', { 'word/media/run.exe': 'MZ' }, 'template.embedded'],
      ['a chunk of HTML', { 'word/document.xml': body('<w:altChunk r:id="rId9"/>') }, 'template.embedded'],
      ['a control', { 'word/activeX/activeX1.xml': '<a/>' }, 'template.embedded'],
      [
        'entities',
        { 'word/document.xml': (text) => text.replace('?>', '?><!DOCTYPE d [<!ENTITY a "b">]>') },
        'template.entities',
      ],
      [
        'a billion laughs in a part aside',
        { 'docProps/core.xml': '<!DOCTYPE a [<!ENTITY l "l"><!ENTITY m "&l;&l;">]><a>&m;</a>' },
        'template.entities',
      ],
      ['an outer entity', { 'docProps/core.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' }, 'template.entities'],
      ['UTF-16', { 'word/document.xml': Buffer.from('\ufeff<a/>', 'utf16le') }, 'template.entities'],
      [
        'DDE',
        {
          'word/document.xml': body(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\x</w:instrText></w:r></w:p>',
          ),
        },
        'template.activeField',
      ],
      [
        'a field that reads a file',
        { 'word/document.xml': body('<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;c:/x&quot; "/></w:p>') },
        'template.activeField',
      ],
      ['what is not XML', { 'word/document.xml': '<w:document' }, 'template.broken'],
      ['what is too deep', { 'docProps/core.xml': '<a>'.repeat(300) + '</a>'.repeat(300) }, 'template.broken'],
      ['neither Word nor Excel', { '[Content_Types].xml': '<Types/>' }, 'template.format'],
      [
        'a Word template file',
        { '[Content_Types].xml': (text) => text.replace('document.main', 'template.main') },
        'template.format',
      ],
    ]
    for (const [what, parts, code] of cases) expect([what, await refusal(changed(file, parts))]).toEqual([what, code])
    const out = (await changed(file, { 'xx/evil.xml': '<a/>' })).toString('latin1').replaceAll('xx/evil', '../evil')
    expect(await refusal(Buffer.from(out, 'latin1'))).toBe('template.broken')
    const book = await xlsx([{ name: 'A', rows: row(1, '{number}') }])
    for (const [part, code] of [
      ['xl/externalLinks/externalLink1.xml', 'template.external'],
      ['xl/connections.xml', 'template.external'],
      ['xl/queryTables/queryTable1.xml', 'template.external'],
      ['xl/macrosheets/sheet1.xml', 'template.macros'],
      ['xl/ctrlProps/ctrlProp1.xml', 'template.embedded'],
    ] as const)
      expect([part, await refusal(changed(book, { [part]: '<a/>' }))]).toEqual([part, code])
  })
})

describe('templates in Excel', () => {
  const lines = [
    { name: 'Болт', qty: { text: '3', number: 3 }, price: { text: '10,50', number: 10.5 } },
    { name: '=1+1', qty: { text: '4', number: 4 }, price: { text: '2,00', number: 2 } },
    { name: 'Гайка', qty: { text: '5', number: 5 }, price: null },
  ]

  it('[CONTR-02] repeat the row of a table, and what is below goes down with its formulas', async () => {
    const file = await xlsx(
      [
        {
          name: 'Заказ',
          rows:
            row(1, 'Заказ {number}', '{sum}') +
            row(3, '{lines.name}', '{lines.qty}', '{lines.price}', '=B3*C3', '=$D$3+B1') +
            row(4, 'Итого', '=SUM(B3:B3)', null, '=SUM(D3)&amp;"D3"', "='Второй лист'!A1+Заказ!D4") +
            row(6, '{note}', '=B4'),
          rest: '<mergeCells count="2"><mergeCell ref="A3:B3"/><mergeCell ref="A6:B6"/></mergeCells><dataValidations count="1"><dataValidation sqref="B3:B3 C6"/></dataValidations><headerFooter><oddFooter>&amp;L{number}</oddFooter></headerFooter>',
        },
        { name: 'Второй лист', rows: row(1, '=SUM(Заказ!B3:B4)', '=Заказ!$A$6') },
      ],
      {
        names:
          '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Заказ!$A$1:$E$6</definedName></definedNames>',
      },
    )
    expect(await checkTemplate(file, of)).toBe('xlsx')
    const filled = await fill(file, { number: 'К & Ко', sum: { text: '12,50', number: 12.5 }, note: '@SUM(A1)', lines })
    const sheet = await partOf(filled, 'xl/worksheets/sheet1.xml')
    const formulas = [...sheet.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>(.*?)<\/f>/g)].map(
      ([, at, formula]) => `${at} ${formula}`,
    )
    expect(formulas).toEqual([
      'D3 B3*C3',
      'E3 $D$3+B1',
      'D4 B4*C4',
      'E4 $D$4+B1',
      'D5 B5*C5',
      'E5 $D$5+B1',
      'B6 SUM(B3:B5)',
      'D6 SUM(D3)&amp;"D3"',
      "E6 'Второй лист'!A1+Заказ!D6",
      'B8 B6',
    ])
    expect(sheet).toContain(
      '<mergeCell ref="A3:B3"/><mergeCell ref="A4:B4"/><mergeCell ref="A5:B5"/><mergeCell ref="A8:B8"/>',
    )
    expect(sheet).toContain('sqref="B3:B5 C8"')
    expect(sheet).toContain('<oddFooter>&amp;LК &amp;&amp; Ко</oddFooter>')
    expect(await partOf(filled, 'xl/worksheets/sheet2.xml')).toContain('<f>SUM(Заказ!B3:B6)</f>')
    const book = await partOf(filled, 'xl/workbook.xml')
    expect(book).toContain('Заказ!$A$1:$E$8')
    expect(book).toContain('fullCalcOnLoad="1"')
    expect(await partOf(filled, 'xl/calcChain.xml')).toBe('')
    expect(await partOf(filled, '[Content_Types].xml')).not.toContain('calcChain')
    const [{ data } = { data: [] }] = await readExcelFile(filled)
    expect(data[0]?.slice(0, 2)).toEqual(['Заказ К & Ко', 12.5])
    expect(data.slice(2, 5).map((cells) => cells.slice(0, 3))).toEqual([
      ['Болт', 3, 10.5],
      ['=1+1', 4, 2],
      ['Гайка', 5, null],
    ])
    expect(data[7]?.[0]).toBe('@SUM(A1)')
  })

  it('[CONTR-02] values are text, never a formula, whatever they look like', async () => {
    const file = await xlsx([{ name: 'A', rows: row(1, '{number}', '№ {name}') + row(2, '{lines.name}') }])
    for (const nasty of NASTY) {
      const filled = await fill(file, { number: nasty, name: nasty, lines: [{ name: nasty }] })
      const sheet = await partOf(filled, 'xl/worksheets/sheet1.xml')
      expect(sheet).not.toContain('<f')
      expect([...sheet.matchAll(/t="inlineStr"/g)]).toHaveLength(3)
      const clean = nasty.replace(/[\u0000\u0008\ud800]/g, '')
      const [{ data } = { data: [] }] = await readExcelFile(filled)
      expect(data[0]).toEqual([clean || null, `№ ${clean}`.trim()])
    }
  })

  it('[CONTR-02] a table without rows leaves its row empty', async () => {
    const file = await xlsx([{ name: 'A', rows: row(1, '{lines.name}', 'шт') + row(2, 'Итого', '=SUM(B1:B1)') }])
    const sheet = await partOf(await fill(file, { lines: [] }), 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<f>SUM(B1:B1)</f>')
    expect([...sheet.matchAll(/<row /g)]).toHaveLength(2)
  })

  it.each([
    [row(1, '{constructor}'), 'template.unknownTag'],
    [row(1, 'a {#lines} b'), 'template.unknownTag'],
    [row(1, '{lines}'), 'template.unknownTag'],
    [row(1, '{lines.name}', '{others.name}'), 'template.mixedRows'],
    [
      row(1, '{lines.name}') + '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">A1</f></c></row>',
      'template.sharedFormula',
    ],
  ])('[CONTR-02] what cannot be filled is refused at the upload: %s', async (rows, code) => {
    expect(await refusal(xlsx([{ name: 'A', rows }]))).toBe(code)
  })
})
