'use client'

import { ChevronLeft, ChevronRight, Download, Info, X, ZoomIn, ZoomOut } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { IconButton } from '../base/IconButton'
import { FileView } from './FileView'
import type { PreviewWords } from './preview.labels'
import { previewKind, type PreviewItem } from './previewItem'

export type PreviewDialogProps = { items: PreviewItem[]; start: number; words: PreviewWords; onClose: () => void }

const ZOOMS = [1, 1.5, 2, 3]
const TOOL = 'grid size-9 flex-none place-items-center rounded-sm hover:bg-sunk pointer-coarse:size-11'

/** The files of a page over it, one at a time: ← and → go through them, Escape closes. */
export function PreviewDialog({ items, start, words, onClose }: PreviewDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(start)
  const [zoom, setZoom] = useState(0)
  const item = items[at]

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  const go = (by: number) => {
    const next = at + by
    if (next < 0 || next >= items.length) return
    setAt(next)
    setZoom(0)
    dialog.current?.querySelector('[data-scroller]')?.scrollTo(0, 0)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    // A page that is wider than the window is moved by the same keys.
    if (by === 0 || zoom > 0) return
    event.preventDefault()
    go(by)
  }
  if (!item) return null
  const zoomed = previewKind(item.mime) !== 'card'
  return (
    <dialog ref={dialog} className="modal preview" aria-label={words.name} onClose={onClose} onKeyDown={onKey} {...{ closedby: 'any' }}>
      <header className="flex items-center gap-1 border-b border-line py-2 pr-2 pl-4 md:pl-5">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-base" aria-live="polite">{item.name}</h2>
          <p className="truncate text-sm text-ink-2">{item.note}</p>
        </div>
        {items.length > 1 ? (
          <div className="flex items-center">
            <IconButton label={words.previous} icon={<ChevronLeft />} className={TOOL} disabled={at === 0} onClick={() => go(-1)} />
            <span className="num px-1 text-sm text-ink-2" aria-hidden>{words.of.replace('{at}', String(at + 1)).replace('{all}', String(items.length))}</span>
            <IconButton label={words.next} icon={<ChevronRight />} className={TOOL} disabled={at === items.length - 1} onClick={() => go(1)} />
          </div>
        ) : null}
        {zoomed ? (
          <div className="hidden items-center md:flex">
            <IconButton label={words.smaller} icon={<ZoomOut />} className={TOOL} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)} />
            <IconButton label={words.larger} icon={<ZoomIn />} className={TOOL} disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)} />
          </div>
        ) : null}
        <Link href={item.href} aria-label={words.details} title={words.details} className={TOOL} onClick={() => dialog.current?.close()}>
          <Info />
        </Link>
        <a href={`${item.file}?save=1`} download aria-label={words.download} title={words.download} className={TOOL}>
          <Download />
        </a>
        <IconButton label={words.close} icon={<X />} className={TOOL} onClick={() => dialog.current?.close()} />
      </header>
      <div data-scroller tabIndex={0} role="group" aria-label={item.name} className="grid flex-1 content-start overflow-auto overscroll-contain bg-paper p-3 outline-offset-[-2px] md:p-5">
        <FileView key={item.file} item={item} words={words} zoom={ZOOMS[zoom]} />
      </div>
      {items.length > 1 ? <p className="hidden border-t border-line px-5 py-2 text-sm text-ink-2 md:pointer-fine:block">{words.keys}</p> : null}
    </dialog>
  )
}
