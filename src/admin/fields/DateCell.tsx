'use client'

import type { DefaultCellComponentProps } from 'payload'
import { useSyncExternalStore } from 'react'
import Link from 'next/link'
import { DEFAULT_ZONE } from '@/src/lib/dates'
import { dateText } from './dateText'

/**
 * A day or a moment in the portal's zone, as everywhere else in the panel. An employee whose computer keeps
 * another time is told that it is Moscow's.
 */
export function DateCell({ cellData, timed, link, linkURL }: DefaultCellComponentProps & { timed?: boolean; linkURL?: string }) {
  const elsewhere = useSyncExternalStore(never, isElsewhere, () => false)
  if (typeof cellData !== 'string' || cellData === '') return <span>—</span>
  const text = dateText(cellData, timed === true, elsewhere)
  return link && linkURL ? (
    <Link href={linkURL} prefetch={false}>
      {text}
    </Link>
  ) : (
    <span className="kb-nowrap">{text}</span>
  )
}

const never = (): (() => void) => () => {}

/** Whether this computer's clock shows another time than the portal's zone. */
function isElsewhere(): boolean {
  const now = new Date()
  const there = new Intl.DateTimeFormat('en-GB', { timeZone: DEFAULT_ZONE, hour: '2-digit', minute: '2-digit' }).format(now)
  return there !== new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(now)
}
