import type { ReactNode } from 'react'

/** The catalogue's page: tree at the left, goods at the right; one under the other on a phone. */
export function Shelf({ tree, children }: { tree: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-[14.5rem_minmax(0,1fr)] md:gap-7">
      {tree}
      <div className="min-w-0">{children}</div>
    </div>
  )
}
