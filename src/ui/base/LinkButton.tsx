import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
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
    <Link {...rest} className={look}>
      {words}
    </Link>
  )
}
