'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'

type Props = {
  action: string
  input: Record<string, unknown>
  label: string
  failed: string
  tone?: 'main' | 'danger'
  /** Question asked before: its answer goes into `input.comment`. */
  ask?: string
}

/** Runs an action by its name and shows the page anew; what went wrong stands beside the button. */
export function ActionButton({ action, input, label, failed, tone, ask }: Props) {
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()

  const run = (): void => {
    const comment = ask ? window.prompt(ask) : undefined
    if (ask && !comment) return
    start(async () => {
      setError(null)
      const response = await fetch(`/api/actions/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(comment ? { ...input, comment } : input),
      }).catch(() => null)
      if (!response?.ok) {
        const body = (await response?.json().catch(() => null)) as { message?: string } | null
        setError(body?.message ?? failed)
        return
      }
      router.refresh()
    })
  }

  return (
    <>
      <button className="kb-btn" data-tone={tone} disabled={pending} onClick={run} type="button">
        {label}
      </button>
      {error ? (
        <span className="kb-error" role="alert">
          {error}
        </span>
      ) : null}
    </>
  )
}
