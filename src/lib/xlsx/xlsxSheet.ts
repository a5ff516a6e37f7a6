/** What a cell may hold. `null` is an empty cell in all of them. */
export type XlsxCell<Row> =
  /** a text, never read as a formula */
  | { type: 'text'; of: (row: Row) => string | null }
  /** a day as `2026-11-24`; a moment is first made the day of its reader (`dayInZone`) */
  | { type: 'date'; of: (row: Row) => string | null }
  | { type: 'number'; of: (row: Row) => number | null }
  /** an integer of minor units; the currency belongs into the header or into a column of its own */
  | { type: 'money'; of: (row: Row) => number | null }
  /** an integer of thousandths */
  | { type: 'quantity'; of: (row: Row) => number | null }

export type XlsxColumn<Row> = XlsxCell<Row> & {
  header: string
  /** in signs; by its type when left out */
  width?: number
}

export type XlsxSheet<Row> = {
  /** of the sheet inside the file; what Excel forbids in it is taken out, and it is cut to 31 signs */
  name: string
  columns: ReadonlyArray<XlsxColumn<Row>>
  /** read once, a row at a time, as fast as the reader of the file takes it */
  rows: Iterable<Row> | AsyncIterable<Row>
}

/** The one sheet of a file, cut open where its rows go. */
export type SheetFrame = {
  /** the XML of the sheet up to its second row, the head of the table within */
  head: string
  /** what follows the last row */
  tail: string
  /** the style that a cell of each column has, by the place of the column */
  styles: ReadonlyArray<string | null>
}
