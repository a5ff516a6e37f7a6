'use client'

import { useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Twins } from '@/collections/clients/companies/company.twins.endpoint'
import { isInn } from '@/src/lib/checks'
import { say } from '@/src/lib/i18n'
import { panelLocale } from '../lib/panelLocale'
import { twinLabels as words } from './clients.labels'

/** Below the ИНН of a client: another client has the same one. It is a warning, branches may share a number. */
export function TwinNote() {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const locale = panelLocale(i18n.language)
  const typed = useFormFields(([fields]) => fields.inn?.value)
  const inn = typeof typed === 'string' ? typed.trim() : ''
  const [found, setFound] = useState<{ inn: string; twins: Twins } | null>(null)

  useEffect(() => {
    if (!isInn(inn)) return
    const stop = new AbortController()
    fetch(`/api/companies/twins?inn=${inn}${id ? `&id=${id}` : ''}`, { signal: stop.signal })
      // The portal's own answer, by its own type.
      .then(async (answer) => (answer.ok ? setFound({ inn, twins: (await answer.json()) as Twins }) : undefined))
      .catch(() => undefined)
    return () => stop.abort()
  }, [inn, id])

  const twins = found?.inn === inn ? found.twins : null
  if (!twins || twins.known.length + twins.others === 0) return null
  return (
    <p className="kb-note kb-warn" role="status">
      {say(words.same, locale)}{' '}
      {twins.known.map((twin, index) => (
        <span key={twin.id}>
          {index > 0 ? ', ' : null}
          <a href={`/admin/collections/companies/${twin.id}`}>{twin.name}</a>
        </span>
      ))}
      {twins.others > 0
        ? `${twins.known.length > 0 ? ', ' : ''}${say(words.others, locale, { count: twins.others })}`
        : null}
    </p>
  )
}
