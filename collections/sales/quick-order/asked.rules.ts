import { fold } from '@/src/lib/fold'
import { parseQty } from '@/src/lib/money'
import type { TableRow } from '@/src/mechanisms/tables/readTable'

/** One way to read a row: by what the goods may be named, and how many of them (thousandths; null: not said). */
type Reading = { key: string; qty: number | null }
export type AskedLine = {
  /** where it stands in what was brought, from 1 */
  line: number
  /** what the person wrote: the whole row, or what names the goods in it */
  text: string
  key: string
  /** thousandths; null where none is written, or what is written is no quantity */
  qty: number | null
}

type Columns = { keys: number[]; qty: number | null; from: number }

const KEY_HEADS = [
  'артикул',
  'арт',
  'код',
  'код товара',
  'артикул товара',
  'штрихкод',
  'штрих код',
  'ean',
  'ean13',
  'article',
  'sku',
  'code',
  'item code',
  'barcode',
  'part number',
]
const QTY_HEADS = ['количество', 'кол во', 'кол', 'заказ', 'заказать', 'к заказу', 'quantity', 'qty', 'order', 'amount']
const MONEY_HEADS = /цена|сумма|стоимость|остат|скидк|ндс|price|total|sum|stock|vat|discount|вес|weight/
const HEAD_WITHIN = 20
/** «1 200 шт», «12 уп.», «3,5 кг», «шт. 5» is none. */
const QUANTITY = /^(\d[\d  ]*(?:[.,]\d+)?) ?(?:\p{L}{1,9}\.?)?$/u
const LONGEST_KEY = 120
const MOST_WORDS = 12

/** Everything in the rows that may name goods: asked of the catalogue at once, before the rows are understood. */
export function keysOf(rows: readonly TableRow[]): string[] {
  const keys = new Set<string>()
  for (const { cells } of rows) {
    const filled = cells.filter((cell) => cell !== '')
    const readings = filled.length === 1 ? looseReadings(filled[0] ?? '') : filled.map((key) => ({ key }))
    for (const { key } of readings) if (key !== '' && key.length <= LONGEST_KEY) keys.add(key)
  }
  return [...keys]
}

/**
 * Rows as lines of an order. Which column names the goods is told by its head, else by where most names are known; which
 * is the quantity by its head, else by where most cells are whole numbers. A row that says otherwise is believed: columns
 * may be in any order. Rows of a price list whose quantity is left empty or 0 are not meant (`skipped`).
 */
export function askedLines(
  rows: readonly TableRow[],
  isKnown: (key: string) => boolean,
): { lines: AskedLine[]; skipped: number } {
  const columns = columnsOf(rows, isKnown)
  const lines: AskedLine[] = []
  let skipped = 0
  for (const { line, cells } of rows.slice(columns.from)) {
    const filled = cells.filter((cell) => cell !== '')
    const loose = filled.length === 1 && cells.findIndex((cell) => cell !== '') !== columns.qty
    const readings = loose ? looseReadings(filled[0] ?? '') : tableReadings(cells, columns)
    const chosen = readings.find(({ key }) => isKnown(key)) ?? readings[0]
    const emptied = !loose && columns.qty !== null && isNothing(cells[columns.qty] ?? '')
    const listed = loose && columns.qty !== null
    if (!chosen || emptied || (listed && chosen.qty === null)) skipped += 1
    else
      lines.push({
        line,
        text: filled.join(' · ').slice(0, 300),
        key: chosen.key.slice(0, LONGEST_KEY),
        qty: chosen.qty,
      })
  }
  return { lines, skipped }
}

/** A written quantity in thousandths, with or without its unit; null where it is none or nothing. */
export function writtenQty(text: string): number | null {
  const match = QUANTITY.exec(text.trim())
  if (!match) return null
  try {
    const qty = parseQty((match[1] ?? '').trim())
    return qty > 0 ? qty : null
  } catch {
    return null
  }
}

/** «Болт БЛ-933 1 200 шт», «5 x БЛ-933», «БЛ-933»: names with the number at either end first, the whole text last. */
function looseReadings(text: string): Reading[] {
  const words = text.split(' ').slice(0, MOST_WORDS)
  const readings: Reading[] = []
  for (const count of [2, 3, 1, 4]) {
    const [head, tail] = [words.slice(0, count), words.slice(-count)]
    if (words.length <= count) continue
    const last = writtenQty(withoutSigns(tail))
    const first = writtenQty(withoutSigns(head))
    if (last !== null)
      readings.push({
        key: words
          .slice(0, -count)
          .join(' ')
          .replace(/[ \-–—:,=xх×*]+$/iu, ''),
        qty: last,
      })
    if (first !== null)
      readings.push({
        key: words
          .slice(count)
          .join(' ')
          .replace(/^[ \-–—:,=xх×*]+ /iu, ''),
        qty: first,
      })
  }
  const qty = readings[0]?.qty ?? null
  const single = qty === null ? [] : words.flatMap((word) => (/\d/.test(word) ? [{ key: word, qty }] : []))
  return [...shortest(readings), ...single, { key: text, qty: null }].filter(({ key }) => key !== '')
}

const withoutSigns = (words: readonly string[]): string =>
  words.join(' ').replace(/^[-–—:=xх×*]+ ?| ?[-–—:=xх×*]+$/giu, '')

/** A number of one word before one that is told in two: «БЛ 933 5» is rather five of «БЛ 933». */
const shortest = (readings: Reading[]): Reading[] => readings.toSorted((a, b) => b.key.length - a.key.length)

function tableReadings(cells: readonly string[], { keys, qty }: Columns): Reading[] {
  const filled = cells.flatMap((cell, place) => (cell === '' ? [] : [place]))
  const places = [...keys.filter((place) => filled.includes(place)), ...filled.filter((place) => !keys.includes(place))]
  return places.map((place) => {
    const others = [...filled.filter((one) => one > place), ...filled.filter((one) => one < place).toReversed()]
    const counted = qty !== null && qty !== place ? [qty] : others
    return {
      key: cells[place] ?? '',
      qty: counted.map((one) => writtenQty(cells[one] ?? '')).find((one) => one !== null) ?? null,
    }
  })
}

function columnsOf(rows: readonly TableRow[], isKnown: (key: string) => boolean): Columns {
  const headed = headOf(rows)
  const body = rows.slice(headed?.from ?? 0).filter(({ cells }) => cells.filter(Boolean).length > 1)
  const width = Math.max(0, ...body.map(({ cells }) => cells.length))
  const places = Array.from({ length: width }, (_, place) => place)
  const known = places.map((place) => body.filter(({ cells }) => isKnown(cells[place] ?? '')).length)
  const byKnown = places
    .filter((place) => (known[place] ?? 0) > 0)
    .toSorted((a, b) => (known[b] ?? 0) - (known[a] ?? 0))
  const keys = headed && headed.keys.length > 0 ? headed.keys : byKnown.length > 0 ? byKnown : places.slice(0, 1)
  const numbers = (place: number): number =>
    body.filter(({ cells }) => writtenQty(cells[place] ?? '') !== null).length * 2 +
    body.filter(({ cells }) => (writtenQty(cells[place] ?? '') ?? 1) % 1_000 === 0).length / (body.length + 1)
  const free = places.filter((place) => place !== keys[0] && !headed?.money.includes(place))
  const best = free.toSorted((a, b) => numbers(b) - numbers(a))[0]
  const guessed = best !== undefined && numbers(best) >= 2 ? best : null
  return { keys, qty: headed?.qty ?? guessed, from: headed?.from ?? 0 }
}

/** The row that names the columns, where one of the first rows does. */
function headOf(rows: readonly TableRow[]): (Columns & { money: number[] }) | null {
  for (const [place, { cells }] of rows.slice(0, HEAD_WITHIN).entries()) {
    const heads = cells.map(fold)
    const keys = heads.flatMap((head, column) => (KEY_HEADS.includes(head) ? [column] : []))
    const qty = heads.findIndex((head) => QTY_HEADS.some((word) => head === word || head.startsWith(`${word} `)))
    if (keys.length === 0 && (qty < 0 || heads.filter(Boolean).length < 2)) continue
    const money = heads.flatMap((head, column) => (MONEY_HEADS.test(head) ? [column] : []))
    return { keys, qty: qty < 0 ? null : qty, from: place + 1, money }
  }
  return null
}

const isNothing = (cell: string): boolean => cell === '' || /^[-–—]$/.test(cell) || /^0+(?:[.,]0+)?$/.test(cell)
