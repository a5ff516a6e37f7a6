'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { callAction } from '../lib/callAction'

type Props = {
  order: string
  branch: string | null
  branches: Array<{ id: string; name: string }>
  words: { label: string; none: string; failed: string }
}

/** [MGR-02] Which branch carries the order out; written as soon as it is chosen. */
export function BranchPick({ order, branch, branches, words }: Props) {
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()

  const set = (id: string): void =>
    start(async () => {
      const answer = await callAction('orders.setBranch', { order, branch: id || null }, words.failed)
      setError(answer.ok ? null : answer.message)
      router.refresh()
    })

  return (
    <>
      <select
        aria-label={words.label}
        className="kb-input kb-select"
        disabled={pending}
        onChange={(event) => set(event.target.value)}
        value={branch ?? ''}
      >
        <option value="">{words.none}</option>
        {branches.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {error ? (
        <div className="kb-error kb-small" role="alert">
          {error}
        </div>
      ) : null}
    </>
  )
}
