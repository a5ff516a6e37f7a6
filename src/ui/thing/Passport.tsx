import { CircleAlert, CircleCheck, Clock } from '@/src/ui/icon/icons'
import type { ReactNode } from 'react'
import { cx } from '../base/cx'
import { TextLink } from '../base/TextLink'

export type PassportProps = {
  /** good: in step with the books · wait: on its way · bad: refused */
  is?: 'good' | 'wait' | 'bad'
  /** «Из 1С, сверено в 10:42» */
  children: ReactNode
  /** where the whole story of the exchange is */
  more?: { href: string; label: string }
}

const ICONS = { good: CircleCheck, wait: Clock, bad: CircleAlert }
const TONES = { good: 'text-good', wait: 'text-wait', bad: 'text-bad' }

/** Sync passport: where the record came from and when. The last line of a sheet. */
export function Passport({ is = 'good', children, more }: PassportProps) {
  const Icon = ICONS[is]
  return (
    <p className="flex items-baseline gap-x-2 border-t border-line px-4 py-2.5 text-sm text-ink-2 md:px-5">
      <Icon className={cx('size-3.75 translate-y-0.75', TONES[is])} />
      <span>
        {children}
        {more ? (
          <>
            {' '}
            <TextLink href={more.href}>{more.label}</TextLink>
          </>
        ) : null}
      </span>
    </p>
  )
}
