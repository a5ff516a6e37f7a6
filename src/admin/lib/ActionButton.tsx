'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { callAction } from './callAction'

type Props = {
  action: string
  input: Record<string, unknown>
  label: string
  failed: string
  tone?: 'main' | 'danger'
  /** Question that only wants a yes: asked before, because something is unusual. */
  confirm?: string
  /** How to leave the question without an answer. */
  back?: string
  /** Said when it went well and nothing on the page shows it. */
  done?: string
}

/** Runs an action by its name and shows the page anew; what went wrong stands beside the button. */
export function ActionButton({ action, input, label, failed, tone, confirm, back = '×', done }: Props) {
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const [went, setWent] = useState(false)
  const [asking, setAsking] = useState(false)
  const [pending, start] = useTransition()

  const run = (): void =>
    start(async () => {
      setError(null)
      setWent(false)
      const answer = await callAction(action, input, failed)
      if (!answer.ok) return setError(answer.message)
      setAsking(false)
      setWent(true)
      router.refresh()
    })

  return (
    <>
      {asking ? (
        <div className="kb-ask">
          {confirm ? <p role="alert">{confirm}</p> : null}
          <div className="kb-bar">
            <button className="kb-btn" data-tone={tone} disabled={pending} onClick={run} type="button">
              {label}
            </button>
            <button className="kb-btn" onClick={() => setAsking(false)} type="button">
              {back}
            </button>
          </div>
        </div>
      ) : (
        <button
          className="kb-btn"
          data-tone={tone}
          disabled={pending}
          onClick={confirm ? () => setAsking(true) : run}
          type="button"
        >
          {label}
        </button>
      )}
      {went && done ? (
        <span className="kb-good kb-small" role="status">
          {done}
        </span>
      ) : null}
      {error ? (
        <span className="kb-error" role="alert">
          {error}
        </span>
      ) : null}
    </>
  )
}
