'use server'

import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { PayloadRequest } from 'payload'
import { changeEmail } from '@/collections/people/users/user.credentials.actions'
import { removePhoto, setPhoto } from '@/collections/people/users/setPhoto'
import {
  endOtherSessionsAction,
  endSessionAction,
  updateProfileAction,
} from '@/collections/people/users/user.profile.actions'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { changePassword } from '@/src/mechanisms/sessions/credentials'
import { deviceCookie } from '@/src/mechanisms/sessions/session-cookies'
import '@/src/mechanisms/sessions/session.labels'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../../_page/flash'
import { failedState, runCabinetAction, textFields } from '../../_session/action'
import { requireUser } from '../../_session/session'
import { profilePage as words } from './profile.labels'

const languageOf = (language: string): Locale => (isLocale(language) ? language : defaultLocale)

export async function saveProfile(language: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale = languageOf(language)
  const fields = textFields(form)
  const { ok, message, errors } = await runCabinetAction(
    updateProfileAction,
    {
      name: fields.name ?? '',
      phone: fields.phone ?? '',
      locale: languageOf(fields.language ?? ''),
      timezone: fields.timezone || undefined,
      mailNotifications: fields.mailNotifications === 'on',
    },
    { locale, done: say(words.saved, locale) },
  )
  if (ok) refresh()
  return { ok, message, errors }
}

export async function savePhoto(language: string, _state: FormState, form: FormData): Promise<FormState> {
  const file = form.get('photo')
  return asPerson(language, 'photo', async (req, locale) => {
    if (file instanceof File && file.size > 0) await setPhoto(req, Buffer.from(await file.arrayBuffer()))
    refresh()
    return say(words.photoChanged, locale)
  })
}

export async function dropPhoto(): Promise<void> {
  const { req } = await requireUser()
  await removePhoto(req)
  refresh()
}

export async function savePassword(language: string, _state: FormState, form: FormData): Promise<FormState> {
  const { current = '', password = '' } = textFields(form)
  return asPerson(language, 'password', async (req, locale) => {
    const { device } = await changePassword(req, 'users', { current, password })
    const { name, value, ...rest } = deviceCookie(req.payload, device)
    ;(await cookies()).set(name, value, rest)
    refresh()
    return say(words.passwordChanged, locale)
  })
}

export async function saveEmail(language: string, _state: FormState, form: FormData): Promise<FormState> {
  const { current = '', email = '' } = textFields(form)
  return asPerson(language, 'email', async (req, locale) => {
    await changeEmail(req, { current, email })
    return say(words.emailSent, locale, { email })
  })
}

export async function endOne(language: string, id: string): Promise<void> {
  const { ok } = await runCabinetAction(endSessionAction, { id })
  if (ok) await flash(say(words.ended, languageOf(language)))
  refresh()
}

export async function endOthers(language: string): Promise<void> {
  const { ok } = await runCabinetAction(endOtherSessionsAction, {})
  if (ok) await flash(say(words.ended, languageOf(language)))
  refresh()
}

async function asPerson(
  language: string,
  name: string,
  work: (req: PayloadRequest, locale: Locale) => Promise<string>,
): Promise<FormState> {
  const locale = languageOf(language)
  const { req } = await requireUser()
  try {
    return { ok: true, message: await work(req, locale) }
  } catch (error) {
    unstable_rethrow(error)
    const { ok, message, errors } = failedState(error, { locale }, `profile.${name}`, req)
    return { ok, message, errors }
  }
}
