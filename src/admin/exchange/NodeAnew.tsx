'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { say } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { ActionButton } from '../lib/ActionButton'
import { panelLocale } from '../lib/panelLocale'
import { nodeLabels as words } from './exchange.labels'

/** Lets a saved node send its data anew, whatever moment they are of. Says first what will happen. */
export function NodeAnew({ field }: { field: { label?: unknown } }) {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const locale = panelLocale(i18n.language)
  if (!id) return null
  return (
    <div className="field-type">
      <div className="field-label">{typeof field.label === 'string' ? field.label : say(words.anew, locale)}</div>
      <ActionButton
        action="exchange.takeAnew"
        back={say(words.anewBack, locale)}
        confirm={say(words.anewConfirm, locale)}
        done={say(words.anewDone, locale)}
        failed={say(adminLabels.failed, locale)}
        input={{ node: id }}
        label={say(words.anew, locale)}
      />
      <p className="kb-muted kb-small">{say(words.anewNote, locale)}</p>
    </div>
  )
}
