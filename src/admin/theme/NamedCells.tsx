'use client'

import { useEffect, type ReactNode } from 'react'

/**
 * On a phone a row of a table stands as a card, so that nothing scrolls sideways: each cell is told the heading of its
 * column, which the style sheet shows before it. It holds for tables of Payload's lists as for those of our own views.
 */
export function NamedCells({ children }: { children: ReactNode }) {
  useEffect(() => {
    const narrow = window.matchMedia('(max-width: 600px)')
    const watch = new MutationObserver(() => name())
    const name = (): void => {
      if (narrow.matches)
        document
          .querySelectorAll<HTMLTableElement>('.kb-scroll > .kb-table, .collection-list .table > table')
          .forEach(nameCells)
    }
    name()
    watch.observe(document.body, { childList: true, subtree: true })
    narrow.addEventListener('change', name)
    return () => {
      watch.disconnect()
      narrow.removeEventListener('change', name)
    }
  }, [])
  return children
}

/** Attributes alone are written, so the observer of children is not woken again. */
function nameCells(table: HTMLTableElement): void {
  // Till then the style sheet keeps the table unseen: names make rows taller.
  table.dataset.named = ''
  const heads = Array.from(table.tHead?.rows[0]?.cells ?? [], ({ textContent }) => textContent?.trim() ?? '')
  for (const row of Array.from(table.tBodies).flatMap(({ rows }) => Array.from(rows))) {
    if (row.cells.length !== heads.length) continue
    Array.from(row.cells).forEach((cell, index) => {
      const head = heads[index] ?? ''
      if (cell.dataset.head !== head) cell.dataset.head = head
    })
  }
}
