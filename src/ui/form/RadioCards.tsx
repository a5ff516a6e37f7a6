'use client'

import { useId, type ReactNode } from 'react'
import { useFieldError } from './FormContext'

export type RadioCard = {
  value: string
  label: ReactNode
  note?: ReactNode
  /** at the right: a price, a term */ aside?: ReactNode
  disabled?: boolean
}

export type RadioCardsProps = {
  name: string
  legend: ReactNode
  cards: RadioCard[]
  value?: string
  error?: string
  required?: boolean
  onChange?: (value: string) => void
}

/** One of a few that need words: ways of delivery, of payment, addresses. */
export function RadioCards({ name, legend, cards, value, error, required, onChange }: RadioCardsProps) {
  const id = useId()
  const wrong = useFieldError(name, error)
  return (
    <fieldset className="min-w-0" aria-describedby={wrong ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-md font-mid">{legend}</legend>
      <div className="grid gap-2">
        {cards.map((card) => (
          <label key={card.value} className="radio-card">
            <input
              type="radio"
              name={name}
              value={card.value}
              defaultChecked={card.value === value}
              disabled={card.disabled}
              required={required}
              aria-invalid={wrong ? true : undefined}
              onChange={onChange ? () => onChange(card.value) : undefined}
              className="mt-0.75"
            />
            <span className="min-w-0 flex-1">
              <span className="font-mid">{card.label}</span>
              {card.note ? <span className="block text-sm text-ink-2">{card.note}</span> : null}
            </span>
            {card.aside ? <span className="text-right text-sm text-ink-2">{card.aside}</span> : null}
          </label>
        ))}
      </div>
      {wrong ? (
        <p id={`${id}-error`} className="mt-1 text-sm text-bad">
          {wrong}
        </p>
      ) : null}
    </fieldset>
  )
}
