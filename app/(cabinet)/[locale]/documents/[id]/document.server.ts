'use server'

import { refresh } from 'next/cache'
import { requestDocument } from '@/collections/documents/document-requests/document-request.actions'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { flash } from '../../../_page/flash'
import { runCabinetAction } from '../../../_session/action'
import { documentPage as words } from './document.labels'

/** Asks 1C for a copy or a paper original of a document. */
export async function ask(language: string, document: string, kind: 'copy' | 'original'): Promise<void> {
  const locale = isLocale(language) ? language : defaultLocale
  const state = await runCabinetAction(requestDocument, { kind, document }, { locale })
  await flash(state.ok ? say(words.asked, locale) : (state.message ?? Object.values(state.errors ?? {})[0] ?? ''))
  refresh()
}
