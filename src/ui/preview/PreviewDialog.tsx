'use client'

import { ChevronLeft, ChevronRight, Download, Info, X, ZoomIn, ZoomOut } from '@/src/ui/icon/icons'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { IconButton, IconLink } from '../base/IconButton'
import { FileView } from './FileView'
import type { PreviewWords } from './preview.labels'
import { previewKind, type PreviewItem } from './previewItem'

export type PreviewDialogProps = { items: PreviewItem[]; start: number; words: PreviewWords; onClose: () => void }

const ZOOMS = [1, 1.5, 2, 3]

/** The files of a page over it, one at a time: ← and → go through them, Escape closes. */
export function PreviewDialog({ items, start, words, onClose }: PreviewDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(start)
  const [zoom, setZoom] = useState(0)
  const item = items[at]

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    // ↑ ↓ and the space bar move the page at once
    scroller.current?.focus()
  }, [])

  const go = (by: number) => {
    const next = at + by
    if (next < 0 || next >= items.length) return
    setAt(next)
    setZoom(0)
    scroller.current?.scrollTo(0, 0)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    // A page that is wider than the window is moved by the same keys.
    if (by === 0 || zoom > 0) return
    event.preventDefault()
    go(by)
  }
  // the page behind a link comes from under the dialog
  const leave = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('a:not([download])')) dialog.current?.close()
  }
  if (!item) return null
  return (
    <dialog
      ref={dialog}
      className="modal preview"
      aria-label={words.name}
      onClose={onClose}
      onKeyDown={onKey}
      onClick={leave}
      {...{ closedby: 'any' }}
    >
      <div className="preview-head">
        <h2 className="truncate text-base" aria-live="polite">
          {item.name}
        </h2>
        <p className="truncate text-sm text-ink-2">{item.note}</p>
      </div>
      <div className="preview-tools">
        {items.length > 1 ? (
          <div className="flex items-center">
            <IconButton
              label={words.previous}
              icon={<ChevronLeft />}
              disabled={at === 0}
              onClick={() => go(-1)}
              className="disabled:opacity-40"
            />
            <span className="num px-1 text-sm text-ink-2">
              {words.of.replace('{at}', String(at + 1)).replace('{all}', String(items.length))}
            </span>
            <IconButton
              label={words.next}
              icon={<ChevronRight />}
              disabled={at === items.length - 1}
              onClick={() => go(1)}
              className="disabled:opacity-40"
            />
          </div>
        ) : null}
        {previewKind(item.mime) === 'card' ? null : (
          <div className="flex items-center">
            <IconButton
              label={words.smaller}
              icon={<ZoomOut />}
              disabled={zoom === 0}
              onClick={() => setZoom(zoom - 1)}
              className="disabled:opacity-40"
            />
            <IconButton
              label={words.larger}
              icon={<ZoomIn />}
              disabled={zoom === ZOOMS.length - 1}
              onClick={() => setZoom(zoom + 1)}
              className="disabled:opacity-40"
            />
          </div>
        )}
        <div className="flex items-center">
          <IconLink href={item.href} label={words.details} icon={<Info />} />
          <a
            href={`${item.file}?save=1`}
            download
            aria-label={words.download}
            title={words.download}
            className="grid size-9 flex-none place-items-center rounded-sm hover:bg-sunk pointer-coarse:size-11"
          >
            <Download />
          </a>
        </div>
      </div>
      <IconButton label={words.close} icon={<X />} className="preview-close" onClick={() => dialog.current?.close()} />
      <div ref={scroller} tabIndex={0} role="group" aria-label={item.name} className="preview-body">
        <FileView key={item.file} item={item} words={words} zoom={ZOOMS[zoom]} />
      </div>
      {items.length > 1 ? <p className="preview-keys">{words.keys}</p> : null}
    </dialog>
  )
}
