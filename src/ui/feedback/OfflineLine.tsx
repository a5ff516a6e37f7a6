'use client'

import { useSyncExternalStore } from 'react'

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** A line over the page while the browser has no connection. */
export function OfflineLine({ words }: { words: string }) {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  return (
    <div role="status" className="no-print">
      {online ? null : <p className="bg-wait-wash px-4 py-1.5 text-center text-sm text-ink">{words}</p>}
    </div>
  )
}
