import Link from 'next/link'
import { useId, type ButtonHTMLAttributes, type ReactNode } from 'react'
import { cx } from './cx'
import { near } from './near'

export type MenuProps = {
  /** what stands on the button */
  trigger: ReactNode
  /** said before what stands on the button; its name when that is only an icon */
  label?: string
  triggerClass?: string
  /** the edge of the button that the panel lines up with */
  side?: 'start' | 'end'
  panelClass?: string
  id?: string
  children: ReactNode
}

/** A button that opens a panel. Native popover: Escape, a press outside and focus need no script. */
export function Menu({ trigger, label, triggerClass, side = 'start', panelClass, id, children }: MenuProps) {
  const made = useId()
  const panel = id ?? made
  return (
    <>
      <button type="button" popoverTarget={panel} title={label} className={triggerClass}>
        {label ? <span className="sr-only">{label} </span> : null}
        {trigger}
      </button>
      <div id={panel} popover="auto" data-side={side} className={cx('pop', panelClass)}>
        {children}
      </div>
    </>
  )
}

export function MenuLink({
  href,
  icon,
  current,
  children,
}: {
  href: string
  icon?: ReactNode
  current?: boolean
  children: ReactNode
}) {
  return (
    <Link {...near} href={href} className="pop-item" aria-current={current ? 'page' : undefined}>
      {icon}
      {children}
    </Link>
  )
}

export function MenuButton({
  icon,
  children,
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { icon?: ReactNode }) {
  return (
    <button {...rest} type={type} className="pop-item">
      {icon}
      {children}
    </button>
  )
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <p className="px-2.5 pt-2 pb-1 text-sm text-ink-3">{children}</p>
}

export function MenuLine() {
  return <hr className="my-1.5 border-line" />
}
