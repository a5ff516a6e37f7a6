import Link from 'next/link'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './cx'
import { near } from './near'

export type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { label: string; icon: ReactNode }

/** A button that is only an icon; `label` is its name and its tooltip. */
export function IconButton({ label, icon, className, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} aria-label={label} title={label} className={cx('icon-btn', className)}>
      {icon}
      {children}
    </button>
  )
}

export type IconLinkProps = {
  href: string
  label: string
  icon: ReactNode
  current?: boolean
  className?: string
  children?: ReactNode
  bordered?: boolean
}

export function IconLink({ href, label, icon, current, className, children, bordered }: IconLinkProps) {
  return (
    <Link
      {...near}
      href={href}
      aria-label={label}
      title={label}
      aria-current={current ? 'true' : undefined}
      className={cx('icon-btn', bordered && 'border border-line-strong bg-sheet', className)}
    >
      {icon}
      {children}
    </Link>
  )
}
