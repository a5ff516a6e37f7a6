'use client'

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { say } from '@/src/lib/i18n'
import { panelLocale } from '../lib/panelLocale'
import { textOf, type CodeProps } from './textOf'

/** A code of the journals in words: it is looked at, never typed. */
export const CodeField: TextFieldClientComponent & Partial<CodeProps> = (props) => {
  // `words` come through clientProps, which Payload's own type does not know.
  const { words } = props as unknown as CodeProps
  const { value } = useField<string | null>({ path: props.path })
  const { i18n } = useTranslation()
  return (
    <div className="field-type text">
      <FieldLabel label={props.field.label} path={props.path} />
      <p className="kb-value" title={value ?? undefined}>
        {value ? say(textOf(value, { words }), panelLocale(i18n.language)) : '—'}
      </p>
    </div>
  )
}
