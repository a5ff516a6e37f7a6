'use client'

import { SelectInput, useField, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { say } from '@/src/lib/i18n'
import { panelLocale } from '../lib/panelLocale'
import { textOf, type CodeProps } from './textOf'
import { useLocked } from './useLocked'

/** One of the codes that declarations have words for, chosen from a list; one that nobody declares any more stays until another is chosen. */
export const ChoiceField: TextFieldClientComponent & Partial<CodeProps> = (props) => {
  // `words` come through clientProps, which Payload's own type does not know.
  const { words } = props as unknown as CodeProps
  const { field, path } = props
  const { value, setValue, showError } = useField<string | null>({ path })
  const { i18n } = useTranslation()
  const codes = [...new Set([...Object.keys(words), ...(value ? [value] : [])])]
  return (
    <SelectInput
      isClearable={false}
      label={field.label}
      name={path}
      onChange={(chosen) => setValue(Array.isArray(chosen) ? null : chosen.value)}
      options={codes.map((code) => ({
        value: code,
        label: say(textOf(code, { words }), panelLocale(i18n.language)),
      }))}
      path={path}
      readOnly={useLocked(props)}
      required={field.required}
      showError={showError}
      value={value ?? undefined}
    />
  )
}
