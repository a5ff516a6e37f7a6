'use server'

import { refresh } from 'next/cache'
import { cancelRequest, requestDocument } from '@/collections/documents/document-requests/document-request.actions'
import { answerReconciliation } from '@/collections/documents/documents/document.answer.actions'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../../../_page/flash'
import { runCabinetAction, textFields } from '../../../_session/action'
import { documentPage as words } from './document.labels'

const localeOf = (language: string): Locale => (isLocale(language) ? language : defaultLocale)
const wordsOf = (state: FormState): string => state.message ?? Object.values(state.errors ?? {})[0] ?? ''

/** Asks 1C for a copy or a paper original of a document. */
export async function submitDocumentRequest(
  language: string,
  document: string,
  kind: 'copy' | 'original',
): Promise<void> {
  const locale = localeOf(language)
  const state = await runCabinetAction(requestDocument, { kind, document }, { locale })
  await flash(state.ok ? say(words.asked, locale) : wordsOf(state))
  refresh()
}

/** Takes a request back that nobody has begun to prepare. */
export async function takeBack(language: string, id: string): Promise<void> {
  const locale = localeOf(language)
  const state = await runCabinetAction(cancelRequest, { id }, { locale })
  await flash(state.ok ? say(words.takenBack, locale) : wordsOf(state))
  refresh()
}

/** What the client says to a reconciliation statement. */
export async function submitReconciliationAnswer(
  language: string,
  document: string,
  said: 'agreed' | 'disputed',
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const locale = localeOf(language)
  const { ok, message, errors } = await runCabinetAction(
    answerReconciliation,
    { document, answer: said, note: textFields(form).note ?? '' },
    { locale, done: say(said === 'agreed' ? words.agreedNow : words.disputedNow, locale) },
  )
  if (ok) refresh()
  return { ok, message, errors }
}
