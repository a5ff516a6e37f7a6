'use server'

import { cookies } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { PayloadRequest } from 'payload'
import { acceptInvitation } from '@/collections/people/memberships/membership.invitation.actions'
import { confirmEmail } from '@/collections/people/users/user.credentials.actions'
import { confirmRegistration, register } from '@/collections/people/users/user.registration.actions'
import { linkFor } from '@/src/lib/http/linkFor'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { requestRecovery, resetPassword } from '@/src/mechanisms/sessions/recovery'
import { registeredCookie, signedInCookies } from '@/src/mechanisms/sessions/session-cookies'
import '@/src/mechanisms/sessions/session.labels'
import { signIn as openSession, type SignedIn } from '@/src/mechanisms/sessions/signIn'
import type { FormState } from '@/src/ui/form/formState'
import { failedState, textFields } from '../../_session/action'
import { safeNext } from '../../_session/next-path'
import { cabinetRequest } from '../../_session/session'
import { authLabels as words } from './auth.labels'

// A browser sends the first argument of each: it is a language or it is Russian.
const languageOf = (language: string): Locale => (isLocale(language) ? language : defaultLocale)

export async function submitSignIn(
  language: string,
  next: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const { email = '', password = '' } = textFields(form)
  return enter(language, 'login', (req) => openSession(req, 'users', { email, password }), next)
}

export async function registerPerson(language: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale = languageOf(language)
  const { name = '', phone = '', email = '', password = '', companyName = '', inn = '' } = textFields(form)
  return attempt(locale, 'register', async (req) => {
    const { browser } = await register(req, {
      name,
      phone,
      email,
      password,
      companyName,
      inn: inn.replace(/\s/g, ''),
      locale,
    })
    const { name: key, value, ...rest } = registeredCookie(req.payload, browser)
    ;(await cookies()).set(key, value, rest)
    return say(words.register.done, locale, { email })
  })
}

export async function requestPasswordReset(language: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale = languageOf(language)
  return attempt(locale, 'recover', async (req) => {
    await requestRecovery(req, 'users', textFields(form).email ?? '')
    return say(words.recover.done, locale)
  })
}

export async function reset(language: string, token: string, _state: FormState, form: FormData): Promise<FormState> {
  return enter(language, 'reset', (req) =>
    resetPassword(req, 'users', { token, password: textFields(form).password ?? '' }),
  )
}

export async function confirm(language: string, token: string, _state: FormState, form: FormData): Promise<FormState> {
  const { name, phone, password, companyName, inn } = textFields(form)
  return enter(language, 'confirm', (req) =>
    confirmRegistration(req, token, { name, phone, password, companyName, inn: inn?.replace(/\s/g, '') }),
  )
}

export async function acceptInvite(
  language: string,
  token: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const { name, password } = textFields(form)
  return enter(language, 'invite', (req) => acceptInvitation(req, { token, name, password }))
}

export async function confirmNewEmail(language: string, token: string): Promise<FormState> {
  const locale = languageOf(language)
  return attempt(locale, 'email', async (req) => say(words.emailChange.done, locale, await confirmEmail(req, token)))
}

/** Runs what signs somebody in, gives their browser its cookies and takes them where they were going. */
async function enter(
  language: string,
  name: string,
  work: (req: PayloadRequest) => Promise<SignedIn>,
  next?: string,
): Promise<FormState> {
  const locale = languageOf(language)
  const state = await attempt(locale, name, async (req) => {
    const signed = await work(req)
    const jar = await cookies()
    for (const { name: key, value, ...rest } of signedInCookies(req.payload, signed)) jar.set(key, value, rest)
    return undefined
  })
  if (!state.ok) return state
  const back = safeNext(next)
  redirect(back === '/' ? linkFor({ locale }, back) : back)
}

async function attempt(
  locale: Locale,
  name: string,
  work: (req: PayloadRequest) => Promise<string | undefined>,
): Promise<FormState> {
  const { req } = await cabinetRequest()
  try {
    const message = await work(req)
    return { ok: true, ...(message ? { message } : {}) }
  } catch (error) {
    unstable_rethrow(error)
    const { ok, message, errors } = failedState(error, { locale }, `auth.${name}`)
    return { ok, message, errors }
  }
}
