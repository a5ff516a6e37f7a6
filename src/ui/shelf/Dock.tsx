import { CircleCheck, CircleX, Clock } from '@/src/ui/icon/icons'
import type { ReactNode } from 'react'
import { cx } from '../base/cx'
import { End } from '../base/End'

export type DockNote = {
  key: string
  is: 'good' | 'wait' | 'bad'
  words: ReactNode
  /** left out on a phone */ wideOnly?: boolean
}

export type DockProps = {
  label: string
  /** «14 позиций, 182 400 ₽» */
  lead: ReactNode
  /** what holds and what does not: limit, overdue, stock, dates */
  notes?: DockNote[]
  /** buttons; the main one last */
  actions: ReactNode
}

const ICONS = { good: CircleCheck, wait: Clock, bad: CircleX }
const TONES = { good: 'text-good', wait: 'text-wait', bad: 'text-bad' }

/** The bar at the lower edge that tells whether the order can be done. Put DockSpace at the end of the page. */
export function Dock({ label, lead, notes = [], actions }: DockProps) {
  return (
    <div className="dock" data-whole role="region" aria-label={label}>
      <div className="dock-line">
        <b className="font-mid">{lead}</b>
        {notes.map((note) => {
          const Icon = ICONS[note.is]
          return (
            <span
              key={note.key}
              className={cx('min-w-0 items-center gap-1.75', note.wideOnly ? 'hidden lg:inline-flex' : 'inline-flex')}
            >
              <Icon className={TONES[note.is]} />
              <span className="xl:truncate">{note.words}</span>
            </span>
          )
        })}
        <span className="flex flex-wrap gap-2 md:ml-auto xl:shrink-0 xl:flex-nowrap">{actions}</span>
      </div>
      <End />
    </div>
  )
}

/** Room under the page, so that the dock covers nothing. */
export function DockSpace() {
  return <div aria-hidden className="no-print h-28 md:h-16" />
}
