'use client'

import { useCallback, useSyncExternalStore } from 'react'

const CHANGED = 'kabinet:draft'

/** Text that stays in this browser under its key until it is sent: another record may be opened meanwhile. */
export function useDraft(key: string): [text: string, write: (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => sessionStorage.getItem(key) ?? '',
    () => '',
  )
  const write = useCallback(
    (next: string): void => {
      if (next === '') sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, next)
      window.dispatchEvent(new Event(CHANGED))
    },
    [key],
  )
  return [text, write]
}

function subscribe(hear: () => void): () => void {
  window.addEventListener(CHANGED, hear)
  return () => window.removeEventListener(CHANGED, hear)
}
