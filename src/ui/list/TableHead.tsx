import { ArrowDown, ArrowUp } from '@/src/ui/icon/icons'
import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { cx } from '../base/cx'
import { near } from '../base/near'
import { alignLook } from './cellLook'
import type { Column } from './column'
import type { ListState } from './tableProps'
import { listLabels } from './list.labels'
import { toggleSort, toSearch } from '@/src/lib/lists/listQuery'

export type TableHeadProps<Row> = {
  columns: readonly Column<Row>[]
  list?: ListState
  locale: Locale
  ticks: boolean
  quiet?: boolean
}

/** Headers; those that sort are links, so an order can be shared and works without script. */
export function TableHead<Row>({ columns, list, locale, ticks, quiet }: TableHeadProps<Row>) {
  return (
    <thead className={quiet ? 'sr-only' : undefined}>
      <tr>
        {ticks ? (
          <th scope="col" className="tick">
            <input type="checkbox" data-tick-all aria-label={say(listLabels.selectAll, locale)} />
          </th>
        ) : null}
        {columns.map((column) => {
          const sorted = list?.query.sort.key === column.key ? list.query.sort.dir : undefined
          const name = say(column.header, locale)
          return (
            <th
              key={column.key}
              scope="col"
              aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
              className={cx(alignLook(column.align), column.width) || undefined}
            >
              {list && column.sort ? (
                <Link
                  {...near}
                  href={list.path + toSearch(toggleSort(list.query, column.key), list.spec)}
                  className="sort"
                  scroll={false}
                >
                  {name}
                  {sorted === 'asc' ? <ArrowUp /> : sorted === 'desc' ? <ArrowDown /> : null}
                </Link>
              ) : (
                name
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
