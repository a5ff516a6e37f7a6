import { useId, type ReactNode } from 'react'
import { EllipsisVertical } from '../icon/icons'
import { buttonClass } from './buttonClass'

/** Buttons that stand in a row where there is room, and behind «…» on a phone: the same ones, drawn once. */
export function HeadMore({ label, children }: { label: string; children: ReactNode }) {
  const panel = useId()
  return (
    <>
      <button
        aria-label={label}
        className={buttonClass('normal', 'm', 'head-more-open no-print')}
        popoverTarget={panel}
        title={label}
        type="button"
      >
        <EllipsisVertical />
      </button>
      <div className="pop head-more no-print" data-side="end" id={panel} popover="auto">
        {children}
      </div>
    </>
  )
}
