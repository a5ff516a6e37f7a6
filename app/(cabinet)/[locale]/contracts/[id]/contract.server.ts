'use server'

import { refresh } from 'next/cache'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { sendSignedCopy } from '@/collections/contracts/contracts/contract.signing'
import type { FormState } from '@/src/ui/form/formState'
import { failedState, textFields } from '../../../_session/action'
import { requireUser } from '../../../_session/session'
import { withSentFiles } from '../../../_talk/sendMessage'
import { sentFiles } from '../../../_talk/sentFiles'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { unstable_rethrow } from 'next/navigation'
import { contractsPage as words } from '../contracts.labels'

/** Sends the signed copy of a contract to the manager. */
export async function sendSigned(language: string, contract: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale = isLocale(language) ? language : defaultLocale
  const { req } = await requireUser()
  try {
    const files = await sentFiles(form)
    await withSentFiles(req, { entity: 'contracts', id: contract, files }, (kept) =>
      runAction(sendSignedCopy, { req, input: { contract, files: kept, note: textFields(form).note ?? '' } }),
    )
  } catch (error) {
    unstable_rethrow(error)
    const { ok, message, errors } = failedState(error, { locale }, 'contracts.sendSigned', req)
    return { ok, message, errors }
  }
  refresh()
  return { ok: true, message: say(words.signedSentNow, locale) }
}
