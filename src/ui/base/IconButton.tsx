import Link from 'next/link'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './cx'

const LOOK = 'relative grid size-9 flex-none pointer-coarse:size-11 place-items-center rounded-sm text-ink hover:bg-sunk aria-[current]:text-brand-ink aria-[current]:bg-brand-wash'

export type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { label: string; icon: ReactNode }

/** A button that is only an icon; `label` is its name and its tooltip. */
export function IconButton({ label, icon, className, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} aria-label={label} title={label} className={cx(LOOK, className)}>
      {icon}
      {children}
    </button>
  )
}

export type IconLinkProps = { href: string; label: string; icon: ReactNode; current?: boolean; className?: string; children?: ReactNode; bordered?: boolean }

export function IconLink({ href, label, icon, current, className, children, bordered }: IconLinkProps) {
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      aria-current={current ? 'true' : undefined}
      className={cx(LOOK, bordered && 'border border-line-strong bg-sheet', className)}
    >
      {icon}
      {children}
    </Link>
  )
}
