'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { decoded } from '@/src/lib/http/decoded'
import { FLASH_COOKIE, readFlash } from './flash'
import { toast } from './toast'

/**
 * Says on the next page, or on this one shown anew, what was left to be said: «Заказ отправлен». `left` is the cookie as
 * the server saw it, so that an answer without a way to another page is heard too. One of it stands in the shell.
 */
export function FlashToast({ left }: { left: string | null }) {
  const path = usePathname()
  useEffect(() => {
    const held = document.cookie.split('; ').find((pair) => pair.startsWith(`${FLASH_COOKIE}=`))
    if (!held) return
    document.cookie = `${FLASH_COOKIE}=; path=/; max-age=0; samesite=lax`
    const flash = readFlash(decoded(held.slice(FLASH_COOKIE.length + 1)))
    if (flash?.draft) sessionStorage.removeItem(flash.draft)
    if (flash) toast({ words: flash.words })
  }, [path, left])
  const flash = left ? readFlash(left) : null
  // A browser without script reads it in the page.
  return flash ? (
    <noscript>
      <p
        className="fixed inset-x-4 bottom-20 z-10 mx-auto w-fit rounded-md bg-purse px-4 py-2.5 text-md text-on-purse"
        role="status"
      >
        {flash.words}
      </p>
    </noscript>
  ) : null
}
