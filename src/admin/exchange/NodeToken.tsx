'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState, useTransition } from 'react'
import { say } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { nodeLabels } from './exchange.labels'
import { callAction } from '../lib/callAction'
import { panelLocale } from '../lib/panelLocale'

/** Makes a token of a saved node and shows it until the page is left. */
export function NodeToken({ field }: { field: { label?: unknown } }) {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const locale = panelLocale(i18n.language)
  const words = nodeLabels
  const [token, setToken] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()

  const make = (): void =>
    start(async () => {
      setError(null)
      setCopied(false)
      const answer = await callAction('exchange.newToken', { node: id }, say(adminLabels.failed, locale))
      if (!answer.ok) return setError(answer.message)
      setToken((answer.result as { token: string }).token) // the answer of exchange.newToken
    })

  return (
    <div className="field-type">
      <div className="field-label">{typeof field.label === 'string' ? field.label : say(words.tokenTitle, locale)}</div>
      {id ? (
        <div className="kb-bar">
          <button className="kb-btn" disabled={pending} onClick={make} type="button">
            {say(words.makeToken, locale)}
          </button>
          {token ? (
            <>
              <code className="kb-token">{token}</code>
              <button
                className="kb-btn"
                onClick={() => void navigator.clipboard.writeText(token).then(() => setCopied(true))}
                type="button"
              >
                {say(copied ? words.copied : words.copy, locale)}
              </button>
            </>
          ) : null}
          {error ? (
            <span className="kb-error" role="alert">
              {error}
            </span>
          ) : null}
        </div>
      ) : null}
      <p className="kb-muted kb-small">{say(id ? words.tokenNote : words.saveFirst, locale)}</p>
    </div>
  )
}
