'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const NEAR = 'a[data-near], a.row-link'

/** Fetches the page behind a link marked by `near`, or behind a row of a list, when somebody comes to it. */
export function Nearness() {
  const router = useRouter()
  useEffect(() => {
    const known = new Set<string>()
    const come = ({ target }: Event) => {
      const link =
        target instanceof Element ? (target.closest(NEAR) ?? target.closest('tr')?.querySelector('a.row-link')) : null
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
