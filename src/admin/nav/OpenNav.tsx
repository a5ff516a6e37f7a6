'use client'

import { useNav, useWindowInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { NAV_FOLDED } from './navFolded'

const NOTEBOOK = '(min-width: 1100px) and (max-width: 1440px)'

/**
 * Payload folds the navigation away on everything narrower than a large monitor; a notebook has room for it. There it is
 * kept open, from the first paint by the style sheet (`data-kept`) and as soon as the page wakes in Payload's own account:
 * nothing on the page moves. Who folds it finds it folded.
 */
export function OpenNav({ folded }: { folded: boolean }) {
  const { hydrated, navOpen, setNavOpen } = useNav()
  const { breakpoints } = useWindowInfo()
  const narrow = breakpoints?.l
  const [kept, setKept] = useState(!folded)
  useEffect(() => {
    if (kept && hydrated && !navOpen && narrow && window.matchMedia(NOTEBOOK).matches) setNavOpen(true)
  }, [kept, hydrated, navOpen, narrow, setNavOpen])
  useEffect(() => {
    const remember = (event: MouseEvent): void => {
      if (!(event.target instanceof Element) || !event.target.closest('.nav-toggler')) return
      // As it is seen at the press: what React has drawn is known to effects only a moment later.
      const open = document.querySelector('.template-default--nav-open') !== null
      setKept(!open)
      document.cookie = `${NAV_FOLDED}=1; path=/admin; samesite=lax${open ? '' : '; max-age=0'}`
    }
    document.addEventListener('click', remember, true)
    return () => document.removeEventListener('click', remember, true)
  }, [])
  return <span data-kept={kept} hidden />
}
