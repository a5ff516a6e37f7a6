import type { ReactNode } from 'react'
import { cx } from './cx'

/** Content at the left, facts at the right; one under the other on a phone. */
export function Columns({ children, aside, asideFirst }: { children: ReactNode; aside: ReactNode; /** on a phone the aside comes first */ asideFirst?: boolean }) {
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21.75rem]">
      <Stack>{children}</Stack>
      <aside className={cx('min-w-0', asideFirst && 'order-first lg:order-none')}>
        <Stack>{aside}</Stack>
      </aside>
    </div>
  )
}

/** Sheets one under another, with the house's gap. */
export function Stack({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx('grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6', className)}>{children}</div>
}
