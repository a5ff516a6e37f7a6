'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { panelLocale } from '../lib/panelLocale'
import { CellLink } from './CellLink'
import { textOf, type CodeProps } from './textOf'

/** A code of the journals in words. */
export function CodeCell({ words, ...cell }: DefaultCellComponentProps & CodeProps) {
  const { i18n } = useTranslation()
  const code = typeof cell.cellData === 'string' ? cell.cellData : ''
  return (
    <CellLink {...cell} title={code || undefined}>
      {code ? say(textOf(code, { words }), panelLocale(i18n.language)) : '—'}
    </CellLink>
  )
}
