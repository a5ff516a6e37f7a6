'use client'

import { useEffect, useState } from 'react'
import { TOAST_EVENT, type ToastDetail } from './toast'

const STAYS_MS = 7_000

type Shown = ToastDetail & { key: number }

/** Shows what `toast()` says; the same words twice are said once. One of it stands in the shell. Hovering or focusing keeps the words. */
export function Toaster({ undoLabel, label }: { undoLabel: string; label: string }) {
  const [shown, setShown] = useState<Shown[]>([])
  const [held, setHeld] = useState(false)

  useEffect(() => {
    let key = 0
    const hear = (event: Event) => {
      // our own event: toast() gives its detail this shape
      const detail = (event as CustomEvent<ToastDetail>).detail
      key += 1
      setShown((before) => [...before.filter((item) => item.words !== detail.words).slice(-2), { ...detail, key }])
    }
    window.addEventListener(TOAST_EVENT, hear)
    return () => window.removeEventListener(TOAST_EVENT, hear)
  }, [])

  useEffect(() => {
    if (held || shown.length === 0) return
    const timer = setTimeout(() => setShown((before) => before.slice(1)), STAYS_MS)
    return () => clearTimeout(timer)
  }, [held, shown])

  const drop = (key: number) => setShown((before) => before.filter((item) => item.key !== key))
  return (
    <div
      role="region"
      aria-label={label}
      aria-live="polite"
      className="toast-stack pointer-events-none fixed inset-x-0 bottom-20 z-10 grid justify-items-center gap-2 px-4"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {shown.map((item) => (
        <p
          key={item.key}
          className="pointer-events-auto flex max-w-md items-center gap-4 rounded-md bg-purse px-4 py-2.5 text-md text-on-purse shadow-pop"
        >
          <span className={item.tone === 'bad' ? 'font-mid' : undefined}>{item.words}</span>
          {item.undo ? (
            <button
              type="button"
              className="min-h-6 font-mid underline underline-offset-3"
              onClick={() => {
                void item.undo?.()
                drop(item.key)
              }}
            >
              {undoLabel}
            </button>
          ) : null}
        </p>
      ))}
    </div>
  )
}
