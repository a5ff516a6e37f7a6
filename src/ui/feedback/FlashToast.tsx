'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { FLASH_COOKIE } from './flash'
import { toast } from './toast'

/** Says on the next page what the last one left to be said: «Заказ оформлен». One of it stands in the shell. */
export function FlashToast() {
  const path = usePathname()
  useEffect(() => {
    const held = document.cookie.split('; ').find((pair) => pair.startsWith(`${FLASH_COOKIE}=`))
    if (!held) return
    document.cookie = `${FLASH_COOKIE}=; path=/; max-age=0; samesite=lax`
    toast({ words: decodeURIComponent(held.slice(FLASH_COOKIE.length + 1)) })
  }, [path])
  return null
}
