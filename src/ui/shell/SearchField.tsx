'use client'

import { Search } from '@/src/ui/icon/icons'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { PaletteProps } from './Palette'

const Palette = lazy(() => import('./Palette').then((module) => ({ default: module.Palette })))

export type SearchFieldProps = Omit<PaletteProps, 'onClose'>

/** Looks like a field, opens the palette; so does ⌘K or Ctrl+K. The palette itself comes on the first press. */
export function SearchField(props: SearchFieldProps) {
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey || event.code !== 'KeyK') return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => setOpen(true)}
        className="flex size-9 flex-none pointer-coarse:size-11 items-center justify-center gap-2.5 rounded-sm text-[0.875rem] text-ink-3 md:ml-auto md:!w-auto md:max-w-95 md:flex-1 md:justify-start md:bg-sunk md:px-2.5"
      >
        <Search className="text-ink md:text-inherit" />
        <span className="sr-only">{props.words.name}: </span>
        <span className="hidden truncate md:inline">{props.words.placeholder}</span>
        <kbd className="ml-auto hidden rounded-xs border border-line-strong px-1.25 font-sans text-xs leading-4.5 lg:inline">
          ⌘K
        </kbd>
      </button>
      {open ? (
        <Suspense>
          <Palette {...props} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
