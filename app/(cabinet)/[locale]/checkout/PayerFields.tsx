'use client'

import { useEffect, useRef, useState } from 'react'
import { Select } from '@/src/ui/form/Select'

type Choice = { value: string; label: string }
type PayerFieldsProps = {
  contractors: Choice[]
  /** `contractor`: whose it is; null fits everybody */
  contracts: (Choice & { contractor: string | null })[]
  chosen: { contractor: string; contract: string }
  words: { payer: string; choosePayer: string; contract: string; noContract: string }
}

/** Who pays and by which contract: only the contracts of the chosen payer are offered. */
export function PayerFields({ contractors, contracts, chosen, words }: PayerFieldsProps) {
  const [payer, setPayer] = useState(chosen.contractor)
  const place = useRef<HTMLDivElement>(null)
  const fits = (contractor: string | null): boolean => contractor === null || payer === '' || contractor === payer

  // A contract of another payer gives way to the first that fits; «no contract» stays.
  useEffect(() => {
    const select = place.current?.querySelector('select')
    if (!select?.selectedOptions[0]?.disabled) return
    select.value = [...select.options].find((option) => option.value !== '' && !option.disabled)?.value ?? ''
  }, [payer])

  return (
    <>
      {contractors.length > 0 ? (
        <Select
          name="contractor"
          label={words.payer}
          defaultValue={chosen.contractor}
          placeholder={contractors.length > 1 ? words.choosePayer : undefined}
          options={contractors}
          onChange={(event) => setPayer(event.target.value)}
        />
      ) : null}
      {contracts.length > 0 ? (
        <div ref={place}>
          <Select
            name="contract"
            label={words.contract}
            defaultValue={chosen.contract}
            placeholder={words.noContract}
            options={contracts.map(({ value, label, contractor }) => ({
              value,
              label,
              disabled: !fits(contractor),
              hidden: !fits(contractor),
            }))}
          />
        </div>
      ) : null}
    </>
  )
}
