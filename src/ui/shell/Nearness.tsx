'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Fetches the page behind a link marked by `near` when somebody comes to it. */
export function Nearness() {
  const router = useRouter()
  useEffect(() => {
    const known = new Set<string>()
    const come = ({ target }: Event) => {
      const link = target instanceof Element ? (target.closest('a[data-near]') ?? target.closest('tr[data-href]')?.querySelector('a[data-near]')) : null
      const href = link?.getAttribute('href')
      if (!href || known.has(href)) return
      known.add(href)
      router.prefetch(href)
    }
    const events = ['pointerover', 'focusin', 'touchstart'] as const
    for (const event of events) document.addEventListener(event, come, { passive: true })
    return () => {
      for (const event of events) document.removeEventListener(event, come)
    }
  }, [router])
  return null
}
