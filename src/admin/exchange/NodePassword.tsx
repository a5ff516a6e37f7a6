'use client'

import { useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { say } from '@/src/lib/i18n'
import { PanelPasswordInput } from '../fields/PanelPasswordInput'
import { panelLocale } from '../lib/panelLocale'
import { nodeLabels } from './exchange.labels'

/** A password that can be set and never read. */
export const NodePassword: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { i18n } = useTranslation()
  return (
    <PanelPasswordInput
      autoComplete="new-password"
      field={field}
      note={say(nodeLabels.passwordNote, panelLocale(i18n.language))}
      path={path}
      readOnly={readOnly}
    />
  )
}
