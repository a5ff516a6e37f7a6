import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { near } from '../base/near'
import type { Column } from './column'
import type { ListState } from './tableProps'
import { listLabels } from './list.labels'
import { toggleSort, toSearch } from './listQuery'

export type TableHeadProps<Row> = { columns: Column<Row>[]; list?: ListState; locale: Locale; ticks: boolean; quiet?: boolean }

/** Headers; those that sort are links, so an order can be shared and works without script. */
export function TableHead<Row>({ columns, list, locale, ticks, quiet }: TableHeadProps<Row>) {
  return (
    <thead role="rowgroup" className={quiet ? 'sr-only' : undefined}>
      <tr role="row">
        {ticks ? (
          <th role="columnheader" scope="col" className="tick">
            <input type="checkbox" data-tick-all aria-label={say(listLabels.selectAll, locale)} />
          </th>
        ) : null}
        {columns.map((column) => {
          const sorted = list?.query.sort.key === column.key ? list.query.sort.dir : undefined
          const name = say(column.header, locale)
          return (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              data-align={column.align}
              aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
              className={column.width}
            >
              {list && column.sort ? (
                <Link {...near} href={list.path + toSearch(toggleSort(list.query, column.key), list.spec)} className="sort" scroll={false}>
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
