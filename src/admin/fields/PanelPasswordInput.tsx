'use client'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'

type PasswordInputProps = Pick<TextFieldClientProps, 'field' | 'path' | 'readOnly'> & {
  autoComplete: 'current-password' | 'new-password'
  note: string
}

/** A password typed into a form of the panel: set, never read back. */
export function PanelPasswordInput({ field, path, readOnly, autoComplete, note }: PasswordInputProps) {
  const { value, setValue, showError } = useField<string | null>({ path })
  return (
    <div className={`field-type text${showError ? ' error' : ''}`}>
      <FieldLabel label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          autoComplete={autoComplete}
          disabled={readOnly === true}
          id={`field-${path}`}
          onChange={(event) => setValue(event.target.value)}
          type="password"
          value={value ?? ''}
        />
      </div>
      <p className="kb-muted kb-small">{note}</p>
    </div>
  )
}
