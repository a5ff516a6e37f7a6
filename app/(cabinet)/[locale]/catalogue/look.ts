'use server'

import { cookies } from 'next/headers'
import { LOOK_COOKIE } from './lookCookie'

const YEAR_SECONDS = 31_536_000

/** Remembers whether goods are shown as a list or as tiles. */
export async function chooseLook(form: FormData): Promise<void> {
  const look = form.get('look') === 'tiles' ? 'tiles' : 'list'
  ;(await cookies()).set(LOOK_COOKIE, look, { maxAge: YEAR_SECONDS, path: '/', sameSite: 'lax', httpOnly: true })
}
