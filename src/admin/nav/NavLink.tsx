'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A place of the panel's own; marked while the person is there. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname()
  return (
    <Link aria-current={path === href ? 'page' : undefined} href={href} prefetch={false}>
      {children}
    </Link>
  )
}
