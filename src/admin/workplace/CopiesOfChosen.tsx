'use client'

import { useSelection, useTranslation } from '@payloadcms/ui'
import { useState, useTransition } from 'react'
import type { CopyResult } from '@/collections/documents/documents/document.actions'
import { say } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { callAction } from '../lib/callAction'
import { panelLocale } from '../lib/panelLocale'
import { papersLabels as words } from './clients.labels'

/** [MGR-06] Above the list of documents: copies of those that are ticked, of however many clients; a line for each says what became of it. */
export function CopiesOfChosen() {
  const { selectedIDs } = useSelection()
  const { i18n } = useTranslation()
  const locale = panelLocale(i18n.language)
  const [rows, setRows] = useState<readonly CopyResult[]>([])
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const send = (): void =>
    start(async () => {
      setError(null)
      const answer = await callAction(
        'documents.sendCopies',
        { documents: selectedIDs.map(String) },
        say(adminLabels.failed, locale),
      )
      if (!answer.ok) return setError(answer.message)
      // The answer of `documents.sendCopies`.
      setRows((answer.result as { rows: CopyResult[] }).rows)
    })
  if (selectedIDs.length === 0 && rows.length === 0) return null
  return (
    <section className="kb-sheet kb-copies">
      {selectedIDs.length > 0 ? (
        <div className="kb-bar kb-pad kb-top">
          <button className="kb-btn" data-tone="main" disabled={pending} onClick={send} type="button">
            {say(words.send, locale)} ({selectedIDs.length})
          </button>
          <span className="kb-muted kb-small">{say(words.several, locale)}</span>
        </div>
      ) : null}
      {error ? (
        <p className="kb-error kb-pad" role="alert">
          {error}
        </p>
      ) : null}
      {rows.length > 0 ? (
        <table aria-live="polite" className="kb-table">
          <thead>
            <tr>
              <th>{say(words.number, locale)}</th>
              <th>{say(words.client, locale)}</th>
              <th>{say(words.result, locale)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ document, number, client, to, reason }) => (
              <tr key={document}>
                <td>{number}</td>
                <td>{client}</td>
                <td className={reason ? 'kb-error' : undefined}>
                  {reason ? say(words[reason], locale) : say(words.sentTo, locale, { to: to.join(', ') })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
