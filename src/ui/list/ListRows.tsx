'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { Cell } from './cell'
import { ListCell } from './ListCell'

/** A row as it goes to the browser: its key, its page, its name, what it adds to the sum of what is chosen, its cells. */
export type ListRow = [key: string, href: string | 0, name: string | 0, amount: string | 0, ...cells: Cell[]]

export type ListRowsProps = {
  rows: ListRow[]
  /** class of the cells of each column */
  looks: string[]
  /** which cell carries the link of its row */
  main: number
  /** where rows are chosen: the form that the ticks belong to, and «Выбрать: {name}» */
  ticks?: { form: string; select: string }
}

/** The rows of a list: they come as data, so that a page is not sent once as HTML and once more as elements. */
export function ListRows({ rows, looks, main, ticks }: ListRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => tellFolded(body.current?.closest('table')))
  return (
    <tbody ref={body}>
      {rows.map(([key, href, name, amount, ...cells]) => (
        <tr key={key}>
          {ticks ? (
            <td className="tick">
              <label>
                <input
                  type="checkbox"
                  name="id"
                  value={key}
                  form={ticks.form}
                  data-amount={amount || undefined}
                  aria-label={ticks.select.replace('{name}', name || key)}
                />
              </label>
            </td>
          ) : null}
          {cells.map((cell, index) => (
            <td key={index} className={looks[index] || undefined}>
              {href && index === main ? (
                <Link prefetch={false} href={href} className="row-link">
                  <ListCell cell={cell} />
                </Link>
              ) : (
                <ListCell cell={cell} />
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

const ROLES = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', th: 'columnheader', td: 'cell' }

/** A table whose rows fold is none for some readers until its parts say what they are. */
function tellFolded(table: HTMLTableElement | null | undefined): void {
  if (!table || getComputedStyle(table).display === 'table') return
  table.role = ROLES.table
  for (const [tag, role] of Object.entries(ROLES))
    for (const part of table.querySelectorAll<HTMLElement>(tag)) part.role ??= role
}
