import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { near } from './near'

export type TextLinkProps = {
  href: string | null
  children: ReactNode
  className?: string
  download?: boolean | string
}

/** An underlined link inside words; the words alone where it may lead nowhere. */
export function TextLink({ href, children, className, download }: TextLinkProps) {
  if (href === null) return <span className={className}>{children}</span>
  if (download !== undefined) {
    return (
      <a href={href} download={download} className={cx('link', className)}>
        {children}
      </a>
    )
  }
  return (
    <Link {...near} href={href} className={cx('link', className)}>
      {children}
    </Link>
  )
}
