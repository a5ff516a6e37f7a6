'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { panelLocale } from '../lib/panelLocale'
import { paneLabels } from './pane.labels'

/** A tab above a record: its pane or all its fields; a record that is yet to be made has none. */
export function PaneTab({ path = '' }: { path?: string }) {
  const { i18n } = useTranslation()
  const { id, collectionSlug } = useDocumentInfo()
  const here = usePathname()
  if (!id) return null
  const href = `/admin/collections/${collectionSlug}/${id}${path}`
  return (
    <li>
      <Link aria-current={here === href ? 'page' : undefined} className="kb-tab" href={href} prefetch={false}>
        {(path ? paneLabels.fields : paneLabels.tab)[panelLocale(i18n.language)]}
      </Link>
    </li>
  )
}
