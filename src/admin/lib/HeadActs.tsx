import type { ReactNode } from 'react'
import { End } from '@/src/ui/base/End'

/** What one may do with the page, at the right of its heading; seen when all of it has come, since it grows to the left. */
export function HeadActs({ children }: { children: ReactNode }) {
  return (
    <div className="kb-acts" data-whole>
      {children}
      <End />
    </div>
  )
}
