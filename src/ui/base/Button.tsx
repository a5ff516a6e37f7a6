import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { buttonClass, type ButtonSize, type ButtonTone } from './buttonClass'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: ButtonTone
  size?: ButtonSize
  /** an icon before the words */
  icon?: ReactNode
  /** work is under way: not pressable, says so to screen readers */
  busy?: boolean
}

/** A button with a verb on it. `type` is "button" unless said otherwise. */
export function Button({ tone, size, icon, busy, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      disabled={busy || rest.disabled}
      className={buttonClass(tone, size, className)}
    >
      {busy ? <span className="busy-dot" aria-hidden /> : icon}
      {children}
    </button>
  )
}
