'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { NumberFieldClientComponent } from 'payload'
import { useState } from 'react'
import { fromDecimal, groupThousands, toDecimal, type ScaledKind } from './scale'
import { useLocked } from './useLocked'

/** People type 1 234,56; the record keeps an integer of the field's smallest unit. */
export const ScaledNumberField: NumberFieldClientComponent & { kind?: ScaledKind } = (props) => {
  // `kind` comes through clientProps, which Payload's own type does not know.
  const kind = (props as unknown as { kind: ScaledKind }).kind
  const { field, path } = props
  const locked = useLocked(props)
  const { value, setValue, showError } = useField<number | null>({ path })
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? (value === null || value === undefined ? '' : groupThousands(toDecimal(value, kind)))

  const change = (text: string): void => {
    setDraft(text)
    const parsed = text.trim() === '' ? null : fromDecimal(text, kind)
    if (parsed !== null || text.trim() === '') setValue(parsed)
  }

  return (
    <div className={`field-type number${showError ? ' error' : ''}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          disabled={locked}
          id={`field-${path.replace(/\./g, '__')}`}
          inputMode="decimal"
          onBlur={() => setDraft(null)}
          onChange={(event) => change(event.target.value)}
          type="text"
          value={shown}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
