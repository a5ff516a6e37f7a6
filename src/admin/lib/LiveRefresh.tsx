'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { listenLive } from '@/src/ui/shell/live'

const EVERY_MS = 30_000

/**
 * Draws the page anew when the person is told of something, and otherwise twice a minute while they look at it: an
 * administrator is not notified of every order, but the figures have to be today's. What is being typed stays.
 */
export function LiveRefresh() {
  const router = useRouter()
  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(refresh, EVERY_MS)
    const stop = listenLive('/api/live', 'notification', refresh)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      stop()
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [router])
  return null
}
