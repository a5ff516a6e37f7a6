'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { decoded } from '@/src/lib/http/decoded'
import { FLASH_COOKIE, readFlash } from './flash'
import { toast } from './toast'

/** Says on the next page what the last one left to be said: «Заказ отправлен». One of it stands in the shell. */
export function FlashToast() {
  const path = usePathname()
  useEffect(() => {
    const held = document.cookie.split('; ').find((pair) => pair.startsWith(`${FLASH_COOKIE}=`))
    if (!held) return
    document.cookie = `${FLASH_COOKIE}=; path=/; max-age=0; samesite=lax`
    const flash = readFlash(decoded(held.slice(FLASH_COOKIE.length + 1)))
    if (flash?.draft) sessionStorage.removeItem(flash.draft)
    if (flash) toast({ words: flash.words })
  }, [path])
  return null
}
