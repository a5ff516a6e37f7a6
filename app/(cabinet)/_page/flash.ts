import { cookies } from 'next/headers'
import { FLASH_COOKIE } from '@/src/ui/feedback/flash'

const LASTS_SECONDS = 60

/** Words for the toast of the page that a server action redirects to. */
export async function flash(words: string): Promise<void> {
  ;(await cookies()).set(FLASH_COOKIE, words, { maxAge: LASTS_SECONDS, path: '/', sameSite: 'lax' })
}
