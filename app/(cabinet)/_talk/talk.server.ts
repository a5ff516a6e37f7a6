'use server'

import { refresh } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import type { FormState } from '@/src/ui/form/formState'
import { failedState, textFields } from '../_session/action'
import { requireUser } from '../_session/session'
import { sendMessage } from './sendMessage'
import { sentFiles } from './sentFiles'
import { talkWords as words } from './talk.labels'

/** One message at an order, a contract or a document, with its files. */
export async function submitMessage(
  language: string,
  entity: string,
  id: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const locale = isLocale(language) ? language : defaultLocale
  const { req } = await requireUser()
  try {
    await sendMessage(req, { entity, id, body: textFields(form).body ?? '', files: await sentFiles(form) })
  } catch (error) {
    unstable_rethrow(error)
    const { ok, message, errors } = failedState(error, { locale }, 'talk.write', req)
    return { ok, message, errors }
  }
  refresh()
  return { ok: true, message: say(words.sent, locale) }
}
