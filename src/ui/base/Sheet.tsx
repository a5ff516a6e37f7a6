import type { ReactNode } from 'react'
import { cx } from './cx'
import { TextLink } from './TextLink'

export type SheetProps = {
  title?: ReactNode
  /** secondary words beside the title: «6 позиций, 1,84 т» */
  sub?: ReactNode
  /** a link at the right of the title */
  link?: { href: string; label: string; download?: boolean }
  /** anything else at the right of the title */
  actions?: ReactNode
  /** its name where there is no visible title */
  label?: string
  id?: string
  /** pads the content; leave off for lists and tables that run from edge to edge */
  padded?: boolean
  footer?: ReactNode
  className?: string
  children?: ReactNode
}

/** One piece of paper. Inside it only hairlines: never a sheet in a sheet. */
export function Sheet({ title, sub, link, actions, label, id, padded, footer, className, children }: SheetProps) {
  return (
    <section
      id={id}
      aria-label={label}
      className={cx('sheet min-w-0 rounded-md border border-line bg-sheet', className)}
    >
      {title ? (
        <header className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 px-4 pt-3.5 pb-2 md:px-5 md:pt-4 md:pb-2.5">
          <h2>{title}</h2>
          {sub ? <span className="text-sm text-ink-2">{sub}</span> : null}
          {link || actions ? (
            <span className="ml-auto flex items-center gap-2 text-[0.875rem]">
              {actions}
              {link ? (
                <TextLink href={link.href} download={link.download}>
                  {link.label}
                </TextLink>
              ) : null}
            </span>
          ) : null}
        </header>
      ) : null}
      {padded ? <div className={cx('px-4 pb-4 md:px-5 md:pb-5', !title && 'pt-4 md:pt-5')}>{children}</div> : children}
      {footer ? <SheetFoot>{footer}</SheetFoot> : null}
    </section>
  )
}

/** One quiet line where a part of a thing is simply absent; a whole empty place gets an EmptyState. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="border-t border-line px-4 py-3.5 text-md text-ink-2 md:px-5">{children}</p>
}

/** The last line of a sheet, under a hairline. */
export function SheetFoot({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-3 text-[0.84375rem] text-ink-2 md:px-5">
      {children}
    </footer>
  )
}
