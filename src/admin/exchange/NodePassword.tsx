'use client'

import { FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { say } from '@/src/lib/i18n'
import { nodeLabels } from './exchange.labels'
import { panelLocale } from '../lib/panelLocale'

/** A password that can be set and never read. */
export const NodePassword: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError } = useField<string | null>({ path })
  const { i18n } = useTranslation()
  return (
    <div className={`field-type text${showError ? ' error' : ''}`}>
      <FieldLabel label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          autoComplete="new-password"
          disabled={readOnly === true}
          id={`field-${path}`}
          onChange={(event) => setValue(event.target.value)}
          type="password"
          value={value ?? ''}
        />
      </div>
      <p className="kb-muted kb-small">{say(nodeLabels.passwordNote, panelLocale(i18n.language))}</p>
    </div>
  )
}
