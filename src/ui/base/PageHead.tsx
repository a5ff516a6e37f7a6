import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { baseLabels } from './base.labels'
import { HeadMore } from './HeadMore'
import { near } from './near'

export type Crumb = { label: string; href?: string }

export type PageHeadProps = {
  locale: Locale
  title: ReactNode
  /** beside the title: «от 24 ноября, договор 54/25» */
  sub?: ReactNode
  /** the way from the area down to here, without this page itself */
  crumbs?: Crumb[]
  /** buttons that are seen everywhere; the one main action last */
  actions?: ReactNode
  /** lesser buttons before them: on a phone they lie behind «…» beside the title */
  more?: ReactNode
}

/** Name of the page at the left, what can be done at the right. */
export function PageHead({ locale, title, sub, crumbs, actions, more }: PageHeadProps) {
  return (
    <div className="mb-5.5">
      {crumbs?.length ? (
        <nav aria-label={say(baseLabels.crumbs, locale)} className="mb-2 text-sm text-ink-2">
          <ol className="flex flex-wrap gap-x-1.5">
            {crumbs.map((crumb, index) => (
              <li key={`${index}:${crumb.label}`} className="flex gap-x-1.5">
                {index > 0 ? <span aria-hidden>/</span> : null}
                {crumb.href ? (
                  <Link {...near} href={crumb.href} className="hover:text-ink hover:underline">
                    {crumb.label}
                  </Link>
                ) : (
                  crumb.label
                )}
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="page-head flex flex-wrap items-end gap-x-4 gap-y-3 md:gap-x-2">
        <div className="mr-auto flex min-w-0 flex-wrap items-baseline gap-x-4 gap-y-1 md:mr-2 md:flex-1">
          <h1 className="min-w-0">{title}</h1>
          {sub ? <span className="text-ink-2">{sub}</span> : null}
        </div>
        {more ? <HeadMore label={say(baseLabels.more, locale)}>{more}</HeadMore> : null}
        {actions ? <div className="head-actions no-print flex w-full flex-wrap gap-2 md:w-auto">{actions}</div> : null}
      </div>
    </div>
  )
}
