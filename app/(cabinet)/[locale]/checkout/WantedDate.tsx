'use client'

import { useState } from 'react'
import { nextShippingDay, shipsOn, type ShippingDays } from '@/collections/sales/shipping/shippingDays'
import { TextInput } from '@/src/ui/form/TextInput'

type WantedDateProps = {
  /** YYYY-MM-DD */
  today: string
  shipping: ShippingDays
  words: { label: string; optional: string; past: string; closed: string; next: string; help: string }
  locale: string
}

/** The day they would like; one that has passed or on which nothing is shipped is refused at once, with the next good one at hand. */
export function WantedDate({ today, shipping, words, locale }: WantedDateProps) {
  const [day, setDay] = useState('')
  const past = day !== '' && day < today
  const closed = day !== '' && !past && !shipsOn(day, shipping)
  const next = closed ? nextShippingDay(day, shipping) : past ? nextShippingDay(today, shipping) : null
  const take = (button: HTMLElement, chosen: string) => {
    const input = button.closest('[data-wanted]')?.querySelector('input')
    if (!input) return
    input.value = chosen
    // the draft of the form listens to what is typed
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.focus()
  }
  return (
    <div data-wanted className="grid gap-1.5">
      <TextInput
        name="wantedDate"
        type="date"
        min={today}
        label={words.label}
        optional={words.optional}
        help={day === '' ? words.help : undefined}
        error={past ? words.past : closed ? words.closed : undefined}
        className="md:max-w-56"
        onInput={(event) => setDay(event.currentTarget.value)}
      />
      {next ? (
        <button
          type="button"
          className="link justify-self-start text-md pointer-coarse:min-h-11"
          onClick={(event) => take(event.currentTarget, next)}
        >
          {words.next.replace(
            '{day}',
            new Date(`${next}T00:00:00Z`).toLocaleDateString(locale, {
              day: 'numeric',
              month: 'long',
              weekday: 'long',
              timeZone: 'UTC',
            }),
          )}
        </button>
      ) : null}
    </div>
  )
}
