'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { panelLocale } from '../lib/panelLocale'
import { codeText, type JournalCode } from '../words/journalWords'
import { CellLink } from './CellLink'

/** A code of the journals in words; `sort` says of which kind it is. */
export function CodeCell({ sort, ...cell }: DefaultCellComponentProps & { sort: JournalCode }) {
  const { i18n } = useTranslation()
  const code = typeof cell.cellData === 'string' ? cell.cellData : ''
  return (
    <CellLink {...cell} title={code || undefined}>
      {code ? say(codeText(sort, code), panelLocale(i18n.language)) : '—'}
    </CellLink>
  )
}
