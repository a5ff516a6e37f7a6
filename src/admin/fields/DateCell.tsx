'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { useSyncExternalStore } from 'react'
import { DEFAULT_ZONE } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { panelLocale } from '../lib/panelLocale'
import { CellLink } from './CellLink'
import { dateLabels } from './date.labels'
import { dateText } from './dateText'

/**
 * A day or a moment in the portal's zone, as everywhere else in the panel. An employee whose computer keeps
 * another time is told that it is Moscow's; the place for it is kept from the first, so that no column moves.
 */
export function DateCell({ timed, ...cell }: DefaultCellComponentProps & { timed?: boolean }) {
  const { i18n } = useTranslation()
  const elsewhere = useSyncExternalStore(never, isElsewhere, () => false)
  const value = typeof cell.cellData === 'string' ? cell.cellData : ''
  return (
    <CellLink {...cell}>
      <span className="kb-nowrap">
        {value ? dateText(value, timed === true) : '—'}
        {value && timed ? (
          <span style={elsewhere ? undefined : { visibility: 'hidden' }}>
            {` ${say(dateLabels.moscow, panelLocale(i18n.language))}`}
          </span>
        ) : null}
      </span>
    </CellLink>
  )
}

const never = (): (() => void) => () => {}

/** Whether this computer's clock shows another time than the portal's zone. */
function isElsewhere(): boolean {
  const now = new Date()
  const there = new Intl.DateTimeFormat('en-GB', { timeZone: DEFAULT_ZONE, hour: '2-digit', minute: '2-digit' }).format(
    now,
  )
  return there !== new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(now)
}
