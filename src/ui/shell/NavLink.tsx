'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { isHere } from './isHere'

/** A link that knows whether the person is there. */
export function NavLink({ href, exact, className, children }: { href: string; exact?: boolean; className?: string; children: ReactNode }) {
  const path = usePathname()
  return (
    <Link href={href} className={className} aria-current={isHere(path, href, exact) ? 'page' : undefined}>
      {children}
    </Link>
  )
}
