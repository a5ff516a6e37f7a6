'use server'

import { refresh } from 'next/cache'
import { requestDocument } from '@/collections/documents/document-requests/document-request.actions'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { flash } from '../../_page/flash'
import { runCabinetAction } from '../../_session/action'
import { requireUser } from '../../_session/session'
import { statementPage as words } from './statement.labels'

/** Asks the books for an act of reconciliation of the chosen company for the days of a statement. */
export async function askAct(language: string, period: { from: string; to: string }): Promise<void> {
  const locale = isLocale(language) ? language : defaultLocale
  const { company } = await requireUser()
  const state = await runCabinetAction(
    requestDocument,
    { kind: 'reconciliation', company: company?.id, periodFrom: period.from, periodTo: period.to },
    { locale },
  )
  await flash(state.ok ? say(words.actAsked, locale) : (state.message ?? Object.values(state.errors ?? {})[0] ?? ''))
  refresh()
}
