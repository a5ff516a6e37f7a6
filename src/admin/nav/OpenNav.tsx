'use client'

import { useNav, useWindowInfo } from '@payloadcms/ui'
import { useEffect } from 'react'

const NOTEBOOK = '(min-width: 1100px) and (max-width: 1440px)'
const CLOSED = 'kb-nav-closed'

/** Payload folds the navigation away on everything narrower than a large monitor; a notebook has room for it. Who closed it finds it closed. */
export function OpenNav() {
  const { hydrated, navOpen, setNavOpen } = useNav()
  const { breakpoints } = useWindowInfo()
  const narrow = breakpoints?.l
  useEffect(() => {
    if (!hydrated || narrow !== true || !window.matchMedia(NOTEBOOK).matches || sessionStorage.getItem(CLOSED) !== null) return
    // Payload closes it in the same moment that it learns the width: ours comes after.
    const timer = setTimeout(() => setNavOpen(true))
    return () => clearTimeout(timer)
  }, [hydrated, narrow, setNavOpen])
  useEffect(() => {
    const remember = (event: MouseEvent): void => {
      if (!(event.target instanceof Element) || !event.target.closest('.nav-toggler')) return
      if (navOpen) sessionStorage.setItem(CLOSED, '1')
      else sessionStorage.removeItem(CLOSED)
    }
    document.addEventListener('click', remember, true)
    return () => document.removeEventListener('click', remember, true)
  }, [navOpen])
  return null
}
