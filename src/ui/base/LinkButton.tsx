import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { near } from './near'
import { buttonClass, type ButtonSize, type ButtonTone } from './buttonClass'

export type LinkButtonProps = Omit<ComponentProps<typeof Link>, 'children'> & {
  tone?: ButtonTone
  size?: ButtonSize
  icon?: ReactNode
  children: ReactNode
}

/** A link that looks like a button: for going somewhere, not for changing something. Files: add `download`. */
export function LinkButton({ tone, size, icon, className, children, ...rest }: LinkButtonProps) {
  const look = buttonClass(tone, size, className)
  const words = (
    <>
      {icon}
      {children}
    </>
  )
  if (rest.download !== undefined) {
    return (
      <a href={String(rest.href)} download={rest.download} aria-label={rest['aria-label']} className={look}>
        {words}
      </a>
    )
  }
  return (
    <Link {...(isPage(rest) ? near : {})} {...rest} className={look}>
      {words}
    </Link>
  )
}

/** What leads to a page of the portal in this window; no file, no telephone number. */
const isPage = ({ href, prefetch, target }: Pick<LinkButtonProps, 'href' | 'prefetch' | 'target'>): boolean =>
  typeof href === 'string' && href.startsWith('/') && prefetch !== false && target === undefined
