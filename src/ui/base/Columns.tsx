import type { ReactNode } from 'react'
import { cx } from './cx'

/** Content at the left, facts at the right; one under the other on a phone. */
export function Columns({
  children,
  aside,
  asideFirst,
}: {
  children: ReactNode
  aside: ReactNode
  /** on a phone the aside comes first; so it does in the page, lest what follows be pushed down when it arrives */
  asideFirst?: boolean
}) {
  const beside = (
    <aside className="min-w-0 lg:col-start-2 lg:row-start-1" key="aside">
      <Stack>{aside}</Stack>
    </aside>
  )
  const content = (
    <Stack className="lg:col-start-1 lg:row-start-1" key="content">
      {children}
    </Stack>
  )
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21.75rem]">
      {asideFirst ? [beside, content] : [content, beside]}
    </div>
  )
}

/** Sheets one under another, with the house's gap. */
export function Stack({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx('grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6', className)}>{children}</div>
}
