'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { isWithin } from './PanelNavLink'

/** A section of the navigation that is closed until the person opens it or is inside. */
export function NavFold({ label, hrefs, children }: { label: string; hrefs: readonly string[]; children: ReactNode }) {
  const path = usePathname()
  return (
    <details open={hrefs.some((href) => isWithin(path, href))}>
      <summary>{label}</summary>
      {children}
    </details>
  )
}
