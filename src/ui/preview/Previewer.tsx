'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import type { PreviewWords } from './preview.labels'
import { itemOf, type PreviewItem } from './previewItem'

const load = () => import('./PreviewDialog')
const PreviewDialog = lazy(() => load().then((module) => ({ default: module.PreviewDialog })))

/** Stands in the shell: a press on a link made by `previewLink` opens the file over the page, with its neighbours at hand. */
export function Previewer({ words }: { words: PreviewWords }) {
  const [shown, setShown] = useState<{ items: PreviewItem[]; start: number } | null>(null)

  useEffect(() => {
    const linkAt = (event: Event) =>
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-preview]') : null
    const press = (event: MouseEvent) => {
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return
      const link = linkAt(event)
      if (!link) return
      event.preventDefault()
      const group = link.closest('section') ?? document.body
      const links = [...group.querySelectorAll<HTMLAnchorElement>('a[data-preview]')]
      setShown({ items: links.map(itemOf), start: links.indexOf(link) })
    }
    const warm = (event: Event) => void (linkAt(event) && load())
    document.addEventListener('click', press)
    document.addEventListener('pointerover', warm)
    document.addEventListener('focusin', warm)
    return () => {
      document.removeEventListener('click', press)
      document.removeEventListener('pointerover', warm)
      document.removeEventListener('focusin', warm)
    }
  }, [])

  return shown ? (
    <Suspense>
      <PreviewDialog {...shown} words={words} onClose={() => setShown(null)} />
    </Suspense>
  ) : null
}
