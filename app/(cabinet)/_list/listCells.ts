import { formatQty, QTY_SCALE } from '@/src/lib/money'
import type { ListColumn, ListReader, ListValue } from '@/src/mechanisms/lists/defineList'
import { date, none, note, strong, sum, type Bit, type Cell } from '@/src/ui/list/cell'
import type { Column } from '@/src/ui/list/column'
import type { LinkTo } from '../_page/cabinetPage'

/** What a cell of one's own may ask for. */
export type CellPage<Row> = ListReader & { rows: readonly Row[]; href: (path: string) => string; linkTo: LinkTo }

/** Cells of columns that are drawn otherwise than their values are. */
export type Cells<Row> = Readonly<Record<string, (row: Row, page: CellPage<Row>) => Cell>>

/** The columns of a declared list as the table wants them. */
export const columnsOf = <Row>(
  columns: readonly ListColumn<Row>[],
  cells: Cells<Row>,
  page: CellPage<Row>,
): Column<Row>[] =>
  columns.map(({ parts: _parts, ...column }, index) => ({
    ...column,
    cell: (row) => cells[column.key]?.(row, page) ?? valueCell(columns[index], row, page),
  }))

/** The first thing that a column holds, and the rest below it. */
function valueCell<Row>(column: ListColumn<Row> | undefined, row: Row, reader: ListReader): Cell {
  const [first, ...rest] = (column?.parts ?? []).map(({ value }) => valueBit(value(row, reader), reader))
  if (!first) return [none(reader.locale), ...note(...rest)]
  return [column?.main && typeof first === 'string' ? strong(first) : first, ...note(...rest)]
}

function valueBit(value: ListValue, { locale, zone }: ListReader): Bit | null {
  if (value === null || value === '') return null
  if (typeof value === 'string') return value
  if (typeof value === 'number') return formatQty(value * QTY_SCALE, locale)
  if ('day' in value) return date(value.day, locale, zone)
  if ('moment' in value) return date(value.moment, locale, zone)
  return sum(value.amount, value.currency, locale)
}
