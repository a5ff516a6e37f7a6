import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { near } from '../base/near'
import type { Bulk } from './BulkDock'
import type { Column } from './column'
import { listLabels } from './list.labels'

export type TableRowProps<Row> = {
  id: string
  row: Row
  columns: Column<Row>[]
  locale: Locale
  rowKey: (row: Row) => string
  rowName?: (row: Row) => string
  rowHref?: (row: Row) => string
  bulk?: Bulk<Row>
}

/** One row. The main column (or the first) carries the link; a press anywhere in the row follows it. */
export function TableRow<Row>({ id, row, columns, locale, rowKey, rowName, rowHref, bulk }: TableRowProps<Row>) {
  const href = rowHref?.(row)
  const amount = bulk?.amount?.(row)
  const main = columns.find((column) => column.main) ?? columns[0]
  return (
    <tr role="row" data-href={href}>
      {bulk ? (
        <td role="cell" className="tick">
          <label className="tick-hit">
            <input
              type="checkbox"
              name="id"
              value={rowKey(row)}
              form={`${id}-bulk`}
              data-amount={amount?.amount}
              data-currency={amount?.currency}
              aria-label={say(listLabels.select, locale, { name: rowName?.(row) ?? rowKey(row) })}
            />
          </label>
        </td>
      ) : null}
      {columns.map((column) => {
        const content = column.cell(row, { locale })
        return (
          <td key={column.key} role="cell" data-align={column.align} data-phone={column.phone ?? (column === main ? 'first' : 'second')} className={column.width}>
            {href && column === main ? <Link href={href} className="row-link" {...near}>{content}</Link> : content}
          </td>
        )
      })}
    </tr>
  )
}
