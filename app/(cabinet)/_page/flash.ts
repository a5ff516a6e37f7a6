import { cookies } from 'next/headers'
import { settings } from '@/src/lib/settings'
import { FLASH_COOKIE, type Flash } from '@/src/ui/feedback/flash'

const LASTS_SECONDS = 30

/** Words for the toast of the page that comes next: the one redirected to, or this one shown anew; drops the draft of the form that was sent. */
export async function flash(words: string, draft?: string): Promise<void> {
  const said: Flash = { words, ...(draft ? { draft } : {}), at: Date.now() }
  ;(await cookies()).set(FLASH_COOKIE, JSON.stringify(said), {
    maxAge: LASTS_SECONDS,
    path: '/',
    sameSite: 'lax',
    secure: settings().PUBLIC_URL.startsWith('https:'),
  })
}
