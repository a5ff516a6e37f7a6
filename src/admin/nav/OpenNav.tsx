'use client'

import { useNav } from '@payloadcms/ui'
import { useEffect } from 'react'

const NOTEBOOK = '(min-width: 1100px) and (max-width: 1440px)'
const CLOSED = 'kb-nav-closed'

/** Payload folds the navigation away on everything narrower than a large monitor; a notebook has room for it. Who closed it finds it closed. */
export function OpenNav() {
  const { hydrated, navOpen, setNavOpen } = useNav()
  useEffect(() => {
    if (hydrated && window.matchMedia(NOTEBOOK).matches && sessionStorage.getItem(CLOSED) === null) setNavOpen(true)
  }, [hydrated, setNavOpen])
  useEffect(() => {
    const remember = (event: MouseEvent): void => {
      if (!(event.target as Element | null)?.closest?.('.nav-toggler')) return
      if (navOpen) sessionStorage.setItem(CLOSED, '1')
      else sessionStorage.removeItem(CLOSED)
    }
    document.addEventListener('click', remember, true)
    return () => document.removeEventListener('click', remember, true)
  }, [navOpen])
  return null
}
