'use client'

import { useState, useTransition } from 'react'

/** Ends the cabinet's session of this browser and opens the panel's own sign-in. */
export function SignOutHere({ label, failed }: { label: string; failed: string }) {
  const [error, setError] = useState(false)
  const [pending, start] = useTransition()
  const leave = (): void =>
    start(async () => {
      const answer = await fetch('/api/users/logout', { method: 'POST' }).catch(() => null)
      if (answer?.ok) window.location.assign('/admin/login')
      else setError(true)
    })
  return (
    <>
      <button className="kb-btn" disabled={pending} onClick={leave} type="button">
        {label}
      </button>
      {error ? (
        <span className="kb-error" role="alert">
          {failed}
        </span>
      ) : null}
    </>
  )
}
