'use client'

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { say } from '@/src/lib/i18n'
import { panelLocale } from '../lib/panelLocale'
import { codeText, type JournalCode } from '../words/journalWords'

/** A code of the journals in words: it is looked at, never typed. */
export const CodeField: TextFieldClientComponent & { sort?: JournalCode } = (props) => {
  // `sort` comes through clientProps, which Payload's own type does not know.
  const { sort } = props as unknown as { sort: JournalCode }
  const { value } = useField<string | null>({ path: props.path })
  const { i18n } = useTranslation()
  return (
    <div className="field-type text">
      <FieldLabel label={props.field.label} path={props.path} />
      <p className="kb-value" title={value ?? undefined}>
        {value ? say(codeText(sort, value), panelLocale(i18n.language)) : '—'}
      </p>
    </div>
  )
}
