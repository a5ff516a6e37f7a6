'use client'

import { FieldError, FieldLabel, useAuth, useDocumentInfo, useField, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { say } from '@/src/lib/i18n'
import { sessionFieldLabels as words } from '@/src/mechanisms/sessions/session.fields.labels'
import { panelLocale } from '../lib/panelLocale'

/** On one's own page alone: the password that is asked for before one's own password or address changes. */
export const PresentPassword: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError } = useField<string | null>({ path })
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  if (!user || user.collection !== collectionSlug || String(user.id) !== String(id)) return null
  return (
    <div className={`field-type text${showError ? ' error' : ''}`}>
      <FieldLabel label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          autoComplete="current-password"
          disabled={readOnly === true}
          id={`field-${path}`}
          onChange={(event) => setValue(event.target.value)}
          type="password"
          value={value ?? ''}
        />
      </div>
      <p className="kb-muted kb-small">{say(words.currentPasswordHelp, panelLocale(i18n.language))}</p>
    </div>
  )
}
