'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import Link from 'next/link'
import { say } from '@/src/lib/i18n'
import { panelLocale } from '../lib/panelLocale'
import { codeText, type JournalCode } from '../words/journalWords'

/** A code of the journals in words; `sort` says of which kind it is. */
export function CodeCell({ cellData, sort, link, linkURL }: DefaultCellComponentProps & { sort: JournalCode; linkURL?: string }) {
  const { i18n } = useTranslation()
  if (typeof cellData !== 'string' || cellData === '') return <span>—</span>
  const words = say(codeText(sort, cellData), panelLocale(i18n.language))
  return link && linkURL ? (
    <Link href={linkURL} prefetch={false} title={cellData}>
      {words}
    </Link>
  ) : (
    <span title={cellData}>{words}</span>
  )
}
