import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import readExcelFile, { readSheet } from 'read-excel-file/node'
import { describe, expect, it, vi } from 'vitest'
import yauzl from 'yauzl'
import { writeXlsx, type XlsxColumn } from '@/src/lib/xlsx/writeXlsx'

type Line = { text: string | null; day: string | null; count: number | null; sum: number | null; qty: number | null }

const columns: ReadonlyArray<XlsxColumn<Line>> = [
  { type: 'text', header: 'Документ', of: ({ text }) => text },
  { type: 'date', header: 'Дата', of: ({ day }) => day },
  { type: 'number', header: 'Число', of: ({ count }) => count },
  { type: 'money', header: 'Сумма, ₽', of: ({ sum }) => sum },
  { type: 'quantity', header: 'Количество', of: ({ qty }) => qty },
]
const line = (part: Partial<Line>): Line => ({ text: null, day: null, count: null, sum: null, qty: null, ...part })
const fileOf = async (rows: Iterable<Line> | AsyncIterable<Line>, name = 'Лист'): Promise<Buffer> =>
  buffer(await writeXlsx({ name, columns, rows }))
/** Cells as another library reads them, without its trimming of texts. */
const cellsOf = async (rows: Iterable<Line>) => (await readSheet(await fileOf(rows), { trim: false })).slice(1)

async function sheetXml(file: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'xl/worksheets/sheet1.xml') continue
    return (await buffer(await zip.openReadStreamPromise(entry))).toString()
  }
  throw new Error('no sheet')
}

describe('a table written as XLSX', () => {
  it('is read back by another library: texts, days, numbers, money of minor units, quantities of thousandths', async () => {
    const file = await fileOf([
      line({ text: 'Реализация 1124', day: '2026-11-24', count: 3, sum: -18_240_050, qty: 1_500 }),
      line({}),
      line({ text: '0012', day: '2000-02-29', count: 0, sum: 5, qty: 1 }),
    ])
    const [sheet] = await readExcelFile(file)
    expect(sheet?.sheet).toBe('Лист')
    expect(sheet?.data).toEqual([
      ['Документ', 'Дата', 'Число', 'Сумма, ₽', 'Количество'],
      ['Реализация 1124', new Date('2026-11-24T00:00:00Z'), 3, -182_400.5, 1.5],
      [null, null, null, null, null],
      ['0012', new Date('2000-02-29T00:00:00Z'), 0, 0.05, 0.001],
    ])
  })

  it.each(['=1+1', '+7 903', '-5', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1', "'=1"])(
    'text is never a formula: %j',
    async (text) => {
      const file = await fileOf([line({ text })])
      expect(await sheetXml(file)).not.toContain('<f')
      expect(await sheetXml(file)).toMatch(/<c r="A2" t="inlineStr">/)
      expect((await readSheet(file, { trim: false }))[1]?.[0]).toBe(text)
    },
  )

  it('any text comes back as it was, but for what no XML holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const kept = texts.map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
          const xml = await sheetXml(await fileOf(texts.map((text) => line({ text }))))
          const read = [...xml.matchAll(/<c r="A\d+" t="inlineStr"><is><t xml:space="preserve">([^]*?)<\/t>/g)]
          const plain = (text: string): string =>
            text
              .replaceAll('&lt;', '<')
              .replaceAll('&gt;', '>')
              .replaceAll('&amp;', '&')
              .replaceAll('_x000D_', '\r')
              .replaceAll('_x005F_', '_')
          expect(read.map((match) => plain(match[1] ?? ''))).toEqual(kept)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('any sum and any day come back exactly', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -999_999_999_99, max: 999_999_999_99 }),
        fc.date({ min: new Date('1901-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        async (sum, date) => {
          const day = date.toISOString().slice(0, 10)
          const [row] = await cellsOf([line({ sum, day })])
          expect(row?.[3]).toBe(sum / 100)
          expect(row?.[1]).toEqual(new Date(`${day}T00:00:00Z`))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('controls, lone halves and codes of Excel do no harm; a text is cut where a cell ends', async () => {
    const xml = await sheetXml(
      await fileOf([line({ text: 'a\u0000\u0007\ud800b_x0041_\uffff' }), line({ text: 'я'.repeat(40_000) })]),
    )
    expect(xml).toContain('>ab_x005F_x0041_<')
    expect(/>(я+)</.exec(xml)?.[1]).toHaveLength(32_767)
  })

  it.each([
    ['Акт [1]: a/b\\c*?', 'Акт  1   a b c'],
    ["'".repeat(3), 'Sheet1'],
    ['', 'Sheet1'],
    ['я'.repeat(40), 'я'.repeat(31)],
  ])('a name of a sheet that Excel forbids is mended: %j', async (name, expected) => {
    const [sheet] = await readExcelFile(await fileOf([], name))
    expect(sheet?.sheet).toBe(expected)
  })

  it('takes rows only as fast as the file is read, and lets go of them when its reader is gone', async () => {
    let given = 0
    let closed = false
    async function* endless(): AsyncGenerator<Line> {
      try {
        for (;;) yield line({ text: `${(given += 1)} ${Math.random()}` })
      } finally {
        closed = true
      }
    }
    const reader = (await writeXlsx({ name: 'x', columns, rows: endless() })).getReader()
    for (let turn = 0; turn < 400 && given === 0; turn += 1) await reader.read()
    expect(given).toBeGreaterThan(0)
    expect(given).toBeLessThan(60_000)
    await reader.cancel()
    await vi.waitFor(() => expect(closed).toBe(true))
  })

  it('ends in an error when the rows do, never as a shorter file', async () => {
    function* broken(): Generator<Line> {
      yield line({ text: 'a' })
      throw new Error('the cursor is gone')
    }
    await expect(fileOf(broken())).rejects.toThrow('the cursor is gone')
  })
})
