'use server'

import { refresh } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import { createKey, KEY_DAYS, revokeKey } from '@/collections/clients/access-keys/access-key.actions'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../../_page/flash'
import { failedState, runCabinetAction, textFields } from '../../_session/action'
import { requireUser } from '../../_session/session'
import { keyWords as words } from './keys.labels'

export async function makeKey(language: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale = isLocale(language) ? language : defaultLocale
  const { current = '', company = '', name = '', may, days } = textFields(form)
  const { req } = await requireUser()
  try {
    const term = KEY_DAYS.find((one) => String(one) === days) ?? KEY_DAYS[0]
    const { key } = await createKey(req, current, { company, name, acts: may === 'act', days: term })
    refresh()
    return { ok: true, message: say(words.made, locale), secret: key }
  } catch (error) {
    unstable_rethrow(error)
    const { ok, message, errors } = failedState(error, { locale }, 'profile.key', req)
    return { ok, message, errors }
  }
}

export async function revokeOne(language: string, id: string): Promise<void> {
  const { ok } = await runCabinetAction(revokeKey, { id })
  if (ok) await flash(say(words.revoked, isLocale(language) ? language : defaultLocale))
  refresh()
}
