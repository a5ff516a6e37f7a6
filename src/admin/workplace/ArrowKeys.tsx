'use client'

import { useEffect, useRef, type ReactNode } from 'react'

/** ↑ and ↓ open the neighbour of the current `data-arrow` link, unless the person types or has chosen something else. */
export function ArrowKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      const box = list.current
      if (!step || !box || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const focus = document.activeElement
      if (focus && focus !== document.body && !box.contains(focus)) return
      const links = [...box.querySelectorAll<HTMLAnchorElement>('a[data-arrow]')]
      const at = links.findIndex((link) =>
        box.contains(focus) ? link === focus : link.getAttribute('aria-current') === 'true',
      )
      const next = links[at + step]
      if (!next) return
      event.preventDefault()
      next.focus()
      next.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <div className="kb-list" ref={list}>
      {children}
    </div>
  )
}
