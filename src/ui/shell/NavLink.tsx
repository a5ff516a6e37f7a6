'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { near } from '../base/near'
import { isHere } from './isHere'
import { Pending } from './Pending'

/** A link that knows whether the person is there. */
export function NavLink({
  href,
  exact,
  also = [],
  className,
  children,
}: {
  href: string
  exact?: boolean
  also?: string[]
  className?: string
  children: ReactNode
}) {
  const path = usePathname()
  const here = isHere(path, href, exact) || also.some((place) => isHere(path, place))
  return (
    <Link {...near} href={href} className={className} aria-current={here ? 'page' : undefined}>
      {children}
      <Pending />
    </Link>
  )
}
