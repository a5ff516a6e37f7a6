import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedLines, keysOf, writtenQty } from '@/collections/sales/quick-order/asked.rules'
import { readPasted, type TableRow } from '@/src/mechanisms/tables/readTable'

const GOODS = ['БЛ-933-1260', 'ГК-934-12', 'АН 16140', '1124', '4607123456789']
const known = (key: string): boolean => GOODS.includes(key)
const read = (text: string) => askedLines(readPasted(text), known)
const pairs = (text: string) => read(text).lines.map(({ key, qty }) => [key, qty])

describe('[SHOP-15] lines of an order as people write them', () => {
  it.each([
    ['tabs', 'БЛ-933-1260\t1200\nГК-934-12\t400'],
    ['semicolons', 'БЛ-933-1260;1200\nГК-934-12;400'],
    ['spaces', 'БЛ-933-1260 1200\nГК-934-12 400'],
    ['the other order', '1200\tБЛ-933-1260\n400\tГК-934-12'],
    ['each line in its own order', '1200\tБЛ-933-1260\nГК-934-12\t400'],
    ['units and dashes', 'БЛ-933-1260 — 1 200 шт\nГК-934-12 x 400 шт.'],
    ['a name between', 'Болт М12×60\tБЛ-933-1260\t1200\nГайка М12\tГК-934-12\t400'],
    ['a head, and columns of money', 'Цена;Кол-во;Артикул\n9,40;1200;БЛ-933-1260\n3;400;ГК-934-12'],
    ['no head, but columns of money', 'БЛ-933-1260;1200;9,40\nГК-934-12;400;3,15'],
    ['a title above the head', 'Заявка на ноябрь\n\nАртикул\tКоличество\nБЛ-933-1260\t1200\nГК-934-12\t400'],
  ])('%s', (_, text) => {
    expect(pairs(text)).toEqual([
      ['БЛ-933-1260', 1_200_000],
      ['ГК-934-12', 400_000],
    ])
  })

  it('articles with spaces and of digits alone are told from quantities', () => {
    expect(pairs('АН 16140 25')).toEqual([['АН 16140', 25_000]])
    expect(pairs('5 1124')).toEqual([['1124', 5_000]])
    expect(pairs('1124 5')).toEqual([['1124', 5_000]])
    expect(pairs('4607123456789\t2\n1124\t7')).toEqual([
      ['4607123456789', 2_000],
      ['1124', 7_000],
    ])
  })

  it('rows of a price list without a quantity are not meant; those with words for one are told', () => {
    const { lines, skipped } = read(
      'Артикул;Наименование;Заказ\nБЛ-933-1260;Болт;\nГК-934-12;Гайка;0\nАН 16140;Анкер;25\n1124;Шайба;много',
    )
    expect(skipped).toBe(2)
    expect(lines.map(({ line, key, qty }) => [line, key, qty])).toEqual([
      [4, 'АН 16140', 25_000],
      [5, '1124', null],
    ])
  })

  it('an unknown name keeps its line and its quantity', () => {
    expect(read('ЫЫ-1\t3\nГК-934-12\t400').lines[0]).toEqual({ line: 1, text: 'ЫЫ-1 · 3', key: 'ЫЫ-1', qty: 3_000 })
    expect(pairs('ничего такого')).toEqual([['ничего такого', null]])
  })

  it.each([
    ['1 200 шт', 1_200_000],
    ['3,5 кг', 3_500],
    ['0.001', 1],
    ['12уп.', 12_000],
    ['0', null],
    ['-5', null],
    ['1e3', null],
    ['=5', null],
    ['много', null],
    ['99999999999999999999', null],
    ['', null],
  ])('a quantity %j is %s thousandths', (text, qty) => expect(writtenQty(text)).toBe(qty))

  const article = fc.constantFrom(...GOODS)
  const asked = fc.array(fc.record({ key: article, qty: fc.integer({ min: 1, max: 99_999 }) }), {
    minLength: 2,
    maxLength: 30,
  })
  it('any order of columns and any sign between them means the same', () => {
    fc.assert(
      fc.property(asked, fc.constantFrom('\t', ';'), fc.boolean(), fc.boolean(), (rows, sign, swapped, headed) => {
        // A quantity that is an article as well may be read either way: nobody could tell.
        fc.pre(rows.every(({ qty }) => !known(String(qty))))
        const cells = rows.map(({ key, qty }) => (swapped ? [String(qty), key] : [key, String(qty)]))
        const head = swapped ? ['Количество', 'Артикул'] : ['Артикул', 'Количество']
        const text = [...(headed ? [head] : []), ...cells].map((row) => row.join(sign)).join('\n')
        expect(pairs(text)).toEqual(rows.map(({ key, qty }) => [key, qty * 1_000]))
      }),
    )
  })

  it('whatever comes, no line is lost, none is made up, and none throws', () => {
    const cell = fc.oneof(fc.string({ maxLength: 20 }), article, fc.integer().map(String))
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 }),
        (cells) => {
          const rows: TableRow[] = cells
            .map((row, place) => ({ line: place + 1, cells: row.map((one) => one.trim()) }))
            .filter((row) => row.cells.some(Boolean))
          const { lines, skipped } = askedLines(rows, known)
          const numbers = lines.map(({ line }) => line)
          expect(new Set(numbers).size).toBe(numbers.length)
          expect(numbers.every((line) => rows.some((row) => row.line === line))).toBe(true)
          expect(lines.length + skipped).toBeLessThanOrEqual(rows.length)
          for (const { qty } of lines) expect(qty === null || (Number.isSafeInteger(qty) && qty > 0)).toBe(true)
          // What a line is understood by has been asked of the catalogue, unless it was too long to be a name.
          const keys = new Set(keysOf(rows))
          for (const { key } of lines) expect(keys.has(key) || key.length >= 120).toBe(true)
        },
      ),
    )
  })
})
