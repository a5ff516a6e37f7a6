'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { callAction } from '../lib/callAction'

type Props = {
  entity: string
  id: string
  words: { write: string; inside: string; send: string; internal: string; failed: string }
}

/** Writes to the client, or to colleagues alone; Ctrl+Enter sends. The text stays when it could not be sent. */
export function MessageForm({ entity, id, words }: Props) {
  const router = useRouter()
  const [body, setBody] = useState('')
  const [internal, setInternal] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()

  const send = (): void => {
    if (pending || body.trim() === '') return
    start(async () => {
      setError(null)
      const answer = await callAction('comments.add', { entity, id, body, internal }, words.failed)
      if (!answer.ok) return setError(answer.message)
      setBody('')
      router.refresh()
    })
  }

  return (
    <div className="kb-pad kb-write">
      <textarea
        aria-label={internal ? words.inside : words.write}
        className="kb-input"
        maxLength={8000}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
        }}
        placeholder={internal ? words.inside : words.write}
        rows={2}
        value={body}
      />
      <div className="kb-bar">
        <button className="kb-btn" data-tone="main" disabled={pending || body.trim() === ''} onClick={send} type="button">
          {words.send}
        </button>
        <label className="kb-check">
          <input checked={internal} onChange={(event) => setInternal(event.target.checked)} type="checkbox" /> {words.internal}
        </label>
        {error ? (
          <span className="kb-error" role="alert">
            {error}
          </span>
        ) : null}
      </div>
    </div>
  )
}
