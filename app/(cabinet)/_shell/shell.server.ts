'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { settings } from '@/src/lib/settings'
import { COMPANY_COOKIE, requireUser } from '../_session/session'
import { signOut } from '../_session/signOut'

/** Chooses the company to work in; believed only where it is among those of their switcher. */
export async function switchCompany(form: FormData): Promise<void> {
  const { companies } = await requireUser()
  const company = String(form.get('company') ?? '')
  if (!companies.some(({ id }) => id === company)) return
  ;(await cookies()).set(COMPANY_COOKIE, company, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings().PUBLIC_URL.startsWith('https:'),
    maxAge: 365 * 24 * 60 * 60,
  })
  redirect('/')
}

export async function logout(): Promise<void> {
  await signOut()
  redirect('/login')
}
