'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { followRows, type ChosenRows } from './followRows'

/** Keys of a list, presses on its rows, filters without a reload. `tell` (the same function each time) hears of what is chosen. */
export function useListManners(id: string, tell?: (chosen: ChosenRows) => void): void {
  const router = useRouter()
  const [busy, start] = useTransition()

  useEffect(() => {
    const root = document.getElementById(id)
    return root
      ? followRows(
          root,
          (chosen) => tell?.(chosen),
          (href, typed) =>
            start(() => (typed ? router.replace(href, { scroll: false }) : router.push(href, { scroll: false }))),
        )
      : undefined
  }, [id, router, tell])

  useEffect(() => {
    document.getElementById(id)?.toggleAttribute('data-busy', busy)
  }, [busy, id])

  // The field says what the list answers to, unless somebody is typing in it.
  useEffect(() => {
    const field = document.getElementById(id)?.querySelector<HTMLInputElement>('[data-list-search]')
    if (field && field !== document.activeElement) field.value = field.dataset.listSearch ?? ''
  })
}
