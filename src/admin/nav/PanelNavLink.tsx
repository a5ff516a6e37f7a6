'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** Whether the person is at this place or at a record of it; the first page is nowhere else. */
export const isWithin = (path: string, href: string): boolean =>
  path === href || (href !== '/admin' && path.startsWith(`${href}/`))

/** A place of the panel's own; marked while the person is there. */
export function PanelNavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname()
  return (
    <Link aria-current={isWithin(path, href) ? 'page' : undefined} href={href} prefetch={false}>
      {children}
    </Link>
  )
}
