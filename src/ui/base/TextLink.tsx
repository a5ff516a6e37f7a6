import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { near } from './near'

export type TextLinkProps = { href: string; children: ReactNode; className?: string; download?: boolean | string }

/** An underlined link inside words. */
export function TextLink({ href, children, className, download }: TextLinkProps) {
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
