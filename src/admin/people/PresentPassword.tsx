'use client'

import { useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { say } from '@/src/lib/i18n'
import { sessionFieldLabels as words } from '@/src/mechanisms/sessions/session.fields.labels'
import { PanelPasswordInput } from '../fields/PanelPasswordInput'
import { panelLocale } from '../lib/panelLocale'

/** On one's own page alone: the password that is asked for before one's own password or address changes. */
export const PresentPassword: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  if (!user || user.collection !== collectionSlug || String(user.id) !== String(id)) return null
  return (
    <PanelPasswordInput
      autoComplete="current-password"
      field={field}
      note={say(words.currentPasswordHelp, panelLocale(i18n.language))}
      path={path}
      readOnly={readOnly}
    />
  )
}
