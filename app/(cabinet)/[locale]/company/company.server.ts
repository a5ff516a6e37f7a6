'use server'

import { refresh } from 'next/cache'
import { setActiveAction, setRoleAction } from '@/collections/people/memberships/membership.actions'
import { inviteAction } from '@/collections/people/memberships/membership.invitation.actions'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../../_page/flash'
import { runCabinetAction, textFields, type ActionState } from '../../_session/action'
import { requireUser } from '../../_session/session'
import { companyPage as words } from './company.labels'

const languageOf = (language: string): Locale => (isLocale(language) ? language : defaultLocale)

export async function invite(language: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale = languageOf(language)
  const { company } = await requireUser()
  const { name = '', email = '', phone, position, portalRole = '' } = textFields(form)
  const { ok, message, errors } = await runCabinetAction(
    inviteAction,
    { company: company?.id ?? '', name, email, phone, position, portalRole },
    { locale, done: say(words.sent, locale, { email }) },
  )
  if (ok) refresh()
  return { ok, message, errors }
}

export async function setRole(language: string, id: string, form: FormData): Promise<void> {
  await tell(
    language,
    await runCabinetAction(
      setRoleAction,
      { id, portalRole: textFields(form).portalRole ?? '' },
      { locale: languageOf(language) },
    ),
  )
}

export async function setAccess(language: string, id: string, active: boolean): Promise<void> {
  await tell(language, await runCabinetAction(setActiveAction, { id, active }, { locale: languageOf(language) }))
}

/** What came out of a button without a form around it is said in a toast. */
async function tell(language: string, state: ActionState): Promise<void> {
  await flash(
    state.ok ? say(words.changed, languageOf(language)) : (state.message ?? Object.values(state.errors ?? {})[0] ?? ''),
  )
  refresh()
}
