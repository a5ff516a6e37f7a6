'use client'

import { useState } from 'react'

export type KnownAddress = { email: string; name: string; byDefault: boolean }
type Props = {
  addresses: readonly KnownAddress[]
  words: Record<'whom' | 'other' | 'leave' | 'back', string>
  pending: boolean
  send: (to: readonly string[]) => void
  leave: () => void
}

/** Whom copies go to: addresses that the portal knows of the client, and those typed by hand. */
export function AddressPick({ addresses, words, pending, send, leave }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(addresses.filter(({ byDefault }) => byDefault).map(({ email }) => email)),
  )
  const [typed, setTyped] = useState('')
  const to = [...chosen, ...typed.split(/[\s,;]+/).filter(Boolean)]
  const toggle = (email: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(email)
    else next.delete(email)
    setChosen(next)
  }
  return (
    <fieldset className="kb-pad kb-addresses">
      <legend>{words.whom}</legend>
      {addresses.map(({ email, name }) => (
        <label className="kb-check" key={email}>
          <input
            checked={chosen.has(email)}
            onChange={(event) => toggle(email, event.target.checked)}
            type="checkbox"
          />
          <span>
            {email} <span className="kb-muted kb-small">{name}</span>
          </span>
        </label>
      ))}
      <label>
        <span>{words.other}</span>
        <input
          autoComplete="off"
          className="kb-input"
          inputMode="email"
          onChange={(event) => setTyped(event.target.value)}
          value={typed}
        />
      </label>
      <div className="kb-bar">
        <button
          className="kb-btn"
          data-tone="main"
          disabled={pending || to.length === 0}
          onClick={() => send(to)}
          type="button"
        >
          {words.leave} ({to.length})
        </button>
        <button className="kb-btn" onClick={leave} type="button">
          {words.back}
        </button>
      </div>
    </fieldset>
  )
}
