'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { callAction } from '../lib/callAction'
import type { DistributionWords } from './distributionWords'

export type RowResult = { ok: boolean; text: string }
type Choice = { id: string; name: string }
type Props = {
  chosen: string[]
  managers: Choice[]
  branches: Choice[]
  words: DistributionWords
  onResults: (results: ReadonlyMap<string, RowResult>) => void
  onDone: () => void
}

/** [MGR-10] [MGR-11] Gives the chosen clients to a manager or puts them into branches, one by one, so that each has its own result. */
export function DistributionBar({ chosen, managers, branches, words, onResults, onDone }: Props) {
  const router = useRouter()
  const [manager, setManager] = useState('')
  const [into, setInto] = useState<readonly string[]>([])
  const [pending, start] = useTransition()

  const run = (action: string, input: Record<string, unknown>, done: string): void =>
    start(async () => {
      const results = new Map<string, RowResult>()
      for (const id of chosen) {
        const answer = await callAction(action, { companies: [id], ...input }, words.failed)
        results.set(id, answer.ok ? { ok: true, text: done } : { ok: false, text: answer.message })
      }
      onResults(results)
      if ([...results.values()].every(({ ok }) => ok)) onDone()
      router.refresh()
    })

  return (
    <div className="kb-bar kb-pad kb-distribute">
      <b>{words.chosen.replace('{count}', String(chosen.length))}</b>
      <select
        aria-label={words.toManager}
        className="kb-input kb-select"
        onChange={(event) => setManager(event.target.value)}
        value={manager}
      >
        <option value="">{words.byDefault ?? `${words.toManager}…`}</option>
        {managers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button
        className="kb-btn"
        data-tone="main"
        disabled={pending || (manager === '' && !words.byDefault)}
        onClick={() => run('companies.assignManager', { manager: manager || null }, words.given)}
        type="button"
      >
        {words.assign}
      </button>
      {branches.length > 0 ? (
        <details className="kb-drop">
          <summary className="kb-btn">{words.toBranches}</summary>
          <div>
            {branches.map(({ id, name }) => (
              <label className="kb-check" key={id}>
                <input
                  checked={into.includes(id)}
                  onChange={(event) => setInto(event.target.checked ? [...into, id] : into.filter((one) => one !== id))}
                  type="checkbox"
                />{' '}
                {name}
              </label>
            ))}
            <button
              className="kb-btn"
              disabled={pending || into.length === 0}
              onClick={() => run('companies.setBranches', { branches: into }, words.put)}
              type="button"
            >
              {words.setBranches}
            </button>
          </div>
        </details>
      ) : null}
    </div>
  )
}
