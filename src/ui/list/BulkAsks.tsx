'use client'

import { useState } from 'react'
import { Button } from '../base/Button'
import type { BulkAction, BulkAsk } from './bulk'

type Props = {
  asks: BulkAsk[]
  button: BulkAction
  busy: boolean
  words: { apply: string; leave: string }
  leave: () => void
}

/** What has to be said before it is done with the chosen rows; it stands in the dock in place of its buttons. */
export function BulkAsks({ asks, button, busy, words, leave }: Props) {
  const [told, setTold] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(asks.map(({ name, choices }) => [name, choices?.[0]?.id ?? ''])),
  )
  const shown = asks.filter(({ only }) => !only || only.values.includes(told[only.of] ?? ''))
  return (
    <div className="dock-asks">
      {shown.map((ask, index) => (
        <Ask
          ask={ask}
          first={index === 0}
          key={`${ask.name} ${ask.label}`}
          tell={(value) => setTold({ ...told, [ask.name]: value })}
        />
      ))}
      <div className="dock-answer">
        <Button disabled={busy} name="bulk" tone="primary" type="submit" value={button.key}>
          {words.apply}
        </Button>
        <Button onClick={leave}>{words.leave}</Button>
      </div>
    </div>
  )
}

function Ask({ ask, first, tell }: { ask: BulkAsk; first: boolean; tell: (value: string) => void }) {
  const { name, label, type, required, choices = [] } = ask
  if (type === 'several')
    return (
      <fieldset className="dock-several">
        <legend>{label}</legend>
        {choices.map((choice, index) => (
          <label key={choice.id}>
            <input autoFocus={first && index === 0} name={name} type="checkbox" value={choice.id} /> {choice.name}
          </label>
        ))}
      </fieldset>
    )
  return (
    <label className="dock-ask">
      <span>{label}</span>
      {type === 'choice' ? (
        <select
          autoFocus={first}
          className="field-control"
          name={name}
          onChange={(event) => tell(event.target.value)}
          required={required}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </select>
      ) : (
        <textarea
          autoFocus={first}
          className="field-control"
          maxLength={4000}
          name={name}
          required={required}
          rows={2}
        />
      )}
    </label>
  )
}
