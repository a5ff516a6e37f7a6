import { X } from '@/src/ui/icon/icons'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { buttonClass, type ButtonSize, type ButtonTone } from '../base/buttonClass'
import { IconButton } from '../base/IconButton'
import { feedbackLabels } from './feedback.labels'

export type DialogProps = {
  id: string
  locale: Locale
  title: string
  width?: 'normal' | 'wide'
  children: ReactNode
  /** buttons; the main one last */
  footer?: ReactNode
}

/** A native dialog, opened by DialogButton with the same id. Escape closes it, focus goes back by itself. */
export function Dialog({ id, locale, title, width, children, footer }: DialogProps) {
  return (
    <dialog id={id} className="modal" data-width={width} aria-labelledby={`${id}-title`} {...{ closedby: 'any' }}>
      <header className="flex items-start gap-3 px-5 pt-4 pb-2">
        <h2 id={`${id}-title`} className="flex-1 pt-1">
          {title}
        </h2>
        <IconButton label={say(feedbackLabels.close, locale)} icon={<X />} {...commands(id, 'close')} />
      </header>
      <div className="px-5 pb-5">{children}</div>
      {footer ? (
        <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3.5">{footer}</footer>
      ) : null}
    </dialog>
  )
}

export type DialogButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** id of the Dialog */
  opens?: string
  closes?: string
  tone?: ButtonTone
  size?: ButtonSize
  icon?: ReactNode
}

/** Opens (or, inside it, closes) a Dialog without script; PopManners in the shell helps browsers without commands. */
export function DialogButton({ opens, closes, tone, size, icon, className, children, ...rest }: DialogButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={buttonClass(tone, size, className)}
      {...commands(opens ?? closes ?? '', opens ? 'show-modal' : 'close')}
    >
      {icon}
      {children}
    </button>
  )
}

/** Invoker commands of HTML; React hands unknown lower-case attributes on. */
function commands(target: string, command: 'show-modal' | 'close'): object {
  return { commandfor: target, command }
}
