'use client'

import { MapPin } from '@/src/ui/icon/icons'
import { useState } from 'react'
import { TextInput } from '@/src/ui/form/TextInput'

type AddressFieldProps = { addresses: string[]; initial: string; words: { label: string; help: string; known: string } }

/** How many addresses are one press away; the rest are offered while typing. */
const SHOWN = 3
const LIST = 'checkout-addresses'

/** Where to deliver: typed, or taken from where it went before. */
export function AddressField({ addresses, initial, words }: AddressFieldProps) {
  const [value, setValue] = useState(initial)
  const others = addresses.filter((address) => address !== value).slice(0, SHOWN)
  const take = (button: HTMLElement, address: string) => {
    const input = button.closest('[data-address]')?.querySelector('input')
    if (!input) return
    input.value = address
    // the draft of the form listens to what is typed
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.focus()
  }
  return (
    <div data-address className="grid gap-2">
      <TextInput
        name="deliveryAddress"
        label={words.label}
        help={words.help}
        defaultValue={initial}
        list={LIST}
        maxLength={500}
        autoComplete="street-address"
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      <datalist id={LIST}>
        {addresses.map((address) => (
          <option key={address} value={address} />
        ))}
      </datalist>
      {others.length > 0 ? (
        <ul aria-label={words.known} className="grid justify-items-start gap-1">
          {others.map((address) => (
            <li key={address} className="max-w-full">
              <button
                type="button"
                className="flex min-h-8 max-w-full items-center gap-2 rounded-sm px-1.5 text-left text-sm text-brand-ink hover:bg-brand-wash pointer-coarse:min-h-11"
                onClick={(event) => take(event.currentTarget, address)}
              >
                <MapPin className="!size-4" />
                <span className="min-w-0 [overflow-wrap:anywhere]">{address}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
