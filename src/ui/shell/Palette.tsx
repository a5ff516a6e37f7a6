'use client'

import { CornerDownLeft, Search } from '@/src/ui/icon/icons'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { matchingLines } from './matchingLines'
import type { PaletteAnswer, PaletteItem } from './shellData'
import { useAnswer } from './useAnswer'

export type PaletteProps = {
  url: string
  commands: { href: string; label: string }[]
  pages: { href: string; label: string }[]
  words: {
    placeholder: string
    name: string
    nothing: string
    failed: string
    commands: string
    pages: string
    keys: string
  }
  onClose: () => void
}

/** Search over everything: pages and commands at once, records as the server answers. */
export function Palette({ url, commands, pages, words, onClose }: PaletteProps) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const answer = useAnswer(url, query)

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  const groups: PaletteAnswer['groups'] = [
    { key: 'commands', title: words.commands, items: matchingLines(commands, query) },
    ...answer.groups,
    { key: 'pages', title: words.pages, items: matchingLines(pages, query) },
  ].filter((group) => group.items.length > 0)
  const items = groups.flatMap((group) => group.items)
  const chosen = items[Math.min(active, items.length - 1)]

  const go = (item: PaletteItem | undefined) => {
    if (!item) return
    dialog.current?.close()
    router.push(item.href)
  }
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && items.length > 0) {
      event.preventDefault()
      const next = (Math.min(active, items.length - 1) + by + items.length) % items.length
      setActive(next)
      document.getElementById(`palette-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      go(chosen)
    }
  }

  return (
    <dialog
      ref={dialog}
      className="modal palette"
      aria-label={words.name}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <label className="flex items-center gap-3 border-b border-line px-4">
        <Search className="text-ink-3" />
        <input
          autoFocus
          role="combobox"
          aria-label={words.name}
          aria-expanded={items.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={chosen ? `palette-${items.indexOf(chosen)}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={words.placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKey}
          className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
        <kbd className="rounded-xs border border-line-strong px-1.25 font-sans text-xs leading-4.5 text-ink-3">Esc</kbd>
      </label>
      <div
        id="palette-list"
        role="listbox"
        aria-label={words.name}
        className="max-h-[min(27rem,60dvh)] overflow-auto p-2"
        aria-busy={answer.busy || undefined}
      >
        {groups.map((group) => (
          <div key={group.key} role="group" aria-label={group.title}>
            <p aria-hidden className="px-2.5 pt-2 pb-1 text-sm text-ink-3">
              {group.title}
            </p>
            {group.items.map((item) => {
              const index = items.indexOf(item)
              return (
                <div
                  key={`${group.key}:${item.href}`}
                  id={`palette-${index}`}
                  role="option"
                  aria-selected={item === chosen}
                  onClick={() => go(item)}
                  onPointerMove={() => setActive(index)}
                  className="pop-item cursor-pointer aria-selected:bg-brand-wash"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{item.title}</span>
                    {item.note ? <span className="block truncate text-sm text-ink-2">{item.note}</span> : null}
                  </span>
                  {item.aside ? <span className="num text-sm text-ink-2">{item.aside}</span> : null}
                  {item === chosen ? <CornerDownLeft className="!size-4" /> : null}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <p role="status" className="border-t border-line px-4 py-2.5 text-sm text-ink-2">
        {answer.failed
          ? words.failed
          : items.length === 0 && !answer.busy
            ? words.nothing.replace('{query}', query)
            : words.keys}
      </p>
    </dialog>
  )
}
