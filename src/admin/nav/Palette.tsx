'use client'

import Link from 'next/link'
import { useEffect, useRef, useState, type KeyboardEvent as Press } from 'react'

type Group = { key: string; title: string; items: { href: string; title: string; note?: string }[] }
type Props = {
  locale: string
  words: { find: string; placeholder: string; nothing: string; failed: string; close: string }
}

const WAIT = 180
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

/** ⌘K: finds whatever the employee may see; ↑ and ↓ go through what was found, Enter opens it. `/` leads to the search of the page. */
export function Palette({ locale, words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [phrase, setPhrase] = useState('')
  const [groups, setGroups] = useState<Group[]>([])
  const [said, setSaid] = useState('')

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.metaKey || event.ctrlKey) && event.code === 'KeyK') {
        event.preventDefault()
        if (!dialog.current?.open) dialog.current?.showModal()
      } else if (event.key === '/' && !isTyping(event.target)) {
        const search = document.querySelector<HTMLInputElement>('.kb-page input[type=search], .search-filter__input')
        if (!search) return
        event.preventDefault()
        search.focus()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  useEffect(() => {
    const asked = phrase.trim()
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      if (asked.length < 2) {
        setGroups([])
        setSaid('')
        return
      }
      try {
        const answer = await fetch(`/api/search?${new URLSearchParams({ q: asked, locale })}`, { signal: stop.signal })
        if (!answer.ok) throw new Error(String(answer.status))
        const found = (await answer.json()) as { groups: Group[] }
        setGroups(found.groups)
        setSaid(found.groups.length === 0 ? words.nothing : '')
      } catch {
        if (!stop.signal.aborted) setSaid(words.failed)
      }
    }, WAIT)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [phrase, locale, words.nothing, words.failed])

  const step = (event: Press<HTMLElement>): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('input, a') ?? [])]
    const at = stops.findIndex((one) => one === document.activeElement)
    if (by !== 0) {
      event.preventDefault()
      stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus()
    } else if (event.key === 'Enter' && at === 0) {
      event.preventDefault()
      stops[1]?.click()
    }
  }

  return (
    <>
      <button className="kb-find" onClick={() => dialog.current?.showModal()} type="button">
        {words.find} <kbd>⌘K</kbd>
      </button>
      <dialog aria-label={words.find} className="kb-palette" onKeyDown={step} ref={dialog}>
        <div className="kb-bar">
          <input
            aria-label={words.placeholder}
            autoFocus
            className="kb-input"
            maxLength={200}
            onChange={(event) => setPhrase(event.target.value)}
            placeholder={words.placeholder}
            type="search"
            value={phrase}
          />
          <button className="kb-btn" onClick={() => dialog.current?.close()} type="button">
            {words.close}
          </button>
        </div>
        <p aria-live="polite" className="kb-muted kb-small">
          {said}
        </p>
        {groups.map(({ key, title, items }) => (
          <section key={key}>
            <h2>{title}</h2>
            {items.map((item) => (
              <Link href={item.href} key={item.href} onClick={() => dialog.current?.close()} prefetch={false}>
                {item.title}
                {item.note ? <span className="kb-muted kb-small">{item.note}</span> : null}
              </Link>
            ))}
          </section>
        ))}
      </dialog>
    </>
  )
}
