import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulaAfter, rangesAfter, rowAfter } from '@/src/mechanisms/print/templates/sheet.rules'

const grown = [
  { row: 3, extra: 2 },
  { row: 10, extra: 1 },
]
const after = (formula: string) =>
  formulaAfter(formula, grown, (sheet) => (sheet === "Лист'2" ? [{ row: 1, extra: 4 }] : []))

describe('references once rows of a sheet have grown', () => {
  it.each([
    [1, 1, 1],
    [3, 3, 5],
    [4, 6, 6],
    [10, 12, 13],
    [11, 14, 14],
  ])('[CONTR-02] row %i', (row, start, end) => {
    expect([rowAfter(row, grown), rowAfter(row, grown, 'end')]).toEqual([start, end])
  })

  it.each([
    ['A1+B3+$C$4', 'A1+B3+$C$6'],
    ['SUM(G3:G3)', 'SUM(G3:G5)'],
    ['SUM($G$2:G$11)', 'SUM($G$2:G$14)'],
    ['"A4"&A4&"""A4"', '"A4"&A6&"""A4"'],
    ["'Лист''2'!A2+Другой!A9", "'Лист''2'!A6+Другой!A9"],
    ['LOG10(A4)+ABC4(1)+A4B+name_A4', 'LOG10(A6)+ABC4(1)+A4B+name_A4'],
    ['A:A+4:4', 'A:A+4:4'],
  ])('[CONTR-02] %s', (formula, moved) => expect(after(formula)).toBe(moved))

  it('[CONTR-02] a copy of the row speaks of itself', () => {
    expect(formulaAfter('B3*C3+B4', grown, () => [], { row: 3, copy: 2 })).toBe('B5*C5+B6')
  })

  it('[CONTR-02] several ranges at once', () => {
    expect(rangesAfter('A1:B3 C4 D11:E11', grown)).toBe('A1:B5 C6 D14:E14')
  })

  it('[CONTR-02] rows keep their order, and no two become one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ row: fc.integer({ min: 1, max: 50 }), extra: fc.nat(20) }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        (rows, row) => {
          expect(rowAfter(row + 1, rows)).toBe(rowAfter(row, rows, 'end') + 1)
          expect(rowAfter(row, rows)).toBeGreaterThanOrEqual(row)
        },
      ),
    )
  })
})
