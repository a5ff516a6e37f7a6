import { ChevronLeft, ChevronRight } from '@/src/ui/icon/icons'
import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { near } from '../base/near'
import { listLabels } from './list.labels'

export type PaginationProps = {
  locale: Locale
  /** name of the list, where a page has several */ label?: string
  page: number
  pages: number
  href: (page: number) => string
}

/** Pages as links: the first, the last, and those around this one. One page shows nothing. */
export function Pagination({ locale, label, page, pages, href }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav
      aria-label={[say(listLabels.pages, locale), label].filter(Boolean).join(': ')}
      className="no-print flex items-center gap-0.5"
    >
      {page > 1 ? (
        <Link
          {...near}
          href={href(page - 1)}
          rel="prev"
          aria-label={say(listLabels.previous, locale)}
          className="page-step"
        >
          <ChevronLeft />
        </Link>
      ) : null}
      {pagesAround(page, pages).map((one, index) =>
        one === null ? (
          <span key={`gap${index}`} aria-hidden className="px-1 text-ink-3">
            …
          </span>
        ) : (
          <Link
            key={one}
            {...near}
            href={href(one)}
            aria-label={say(listLabels.page, locale, { page: one })}
            aria-current={one === page ? 'page' : undefined}
            className="page-step num"
          >
            {one}
          </Link>
        ),
      )}
      {page < pages ? (
        <Link
          {...near}
          href={href(page + 1)}
          rel="next"
          aria-label={say(listLabels.next, locale)}
          className="page-step"
        >
          <ChevronRight />
        </Link>
      ) : null}
    </nav>
  )
}

/** 1 … 4 5 6 … 20, with null for a gap; a gap never hides a single page. */
export function pagesAround(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((one) => one >= 1 && one <= pages)
    .sort((a, b) => a - b)
  return wanted.flatMap((one, index) => {
    const before = wanted[index - 1]
    if (before === undefined || one === before + 1) return [one]
    return one === before + 2 ? [before + 1, one] : [null, one]
  })
}
