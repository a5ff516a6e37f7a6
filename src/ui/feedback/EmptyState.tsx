import { Inbox } from '@/src/ui/icon/icons'
import type { ReactNode } from 'react'
import { LinkButton } from '../base/LinkButton'

export type EmptyStateProps = {
  icon?: ReactNode
  /** what this place is for: «Здесь будут ваши заказы» */
  title: string
  /** why nothing is here and what to do */
  children?: ReactNode
  /** the next step */
  action?: { href: string; label: string }
  /** other actions, such as a form button */
  actions?: ReactNode
}

/** Nothing here yet: what this is, why it is empty, the next step. */
export function EmptyState({ icon, title, children, action, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-1.5 px-6 py-12 text-center">
      <span className="mb-2 grid size-14 place-items-center rounded-full bg-sunk text-ink-3 [&_svg]:size-6 [&_svg]:[stroke-width:1.5]">
        {icon ?? <Inbox />}
      </span>
      <h2>{title}</h2>
      {children ? <div className="text-ink-2">{children}</div> : null}
      {action || actions ? (
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          {actions}
          {action ? (
            <LinkButton href={action.href} tone="primary">
              {action.label}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
