import Link from 'next/link'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { workplaceLabels } from './workplace.labels'
import { address } from './address'
import { ArrowKeys } from './ArrowKeys'
import { PER_PAGE, type WorkList } from './orders.queries'

const words = workplaceLabels
const HERE = '/admin/workplace/orders'

type Props = {
  list: WorkList
  chosen?: string
  kept: Readonly<Record<string, string | undefined>>
  page: number
  locale: Locale
}

/** The left pane: an order a row, the chosen one marked; ↑ and ↓ go between them. */
export function OrderList({ list, chosen, kept, page, locale }: Props) {
  if (list.rows.length === 0)
    return <p className="kb-empty">{say(kept.q || kept.client ? words.nothing : words.empty, locale)}</p>
  return (
    <ArrowKeys>
      {list.rows.map((row) => {
        const state = orderWorkflow.states[row.status]
        return (
          <Link
            aria-current={row.number === chosen ? 'true' : undefined}
            className="kb-item"
            data-arrow=""
            href={address(HERE, { ...kept, order: row.number })}
            key={row.id}
            prefetch={false}
            scroll={false}
          >
            <b>{row.number}</b>
            <span className="kb-num">{formatMoney(row.total, row.currency, locale).text}</span>
            <span className="kb-cut">{row.companyName}</span>
            <span className="kb-muted kb-small kb-num">{humanDate(row.placedAt, locale)}</span>
            <span className="kb-state kb-small" data-tone={state?.tone}>
              {state ? say(state.label, locale) : row.status}
            </span>
            {row.awaitsManager ? <span className="kb-mark kb-small">{say(words.asked, locale)}</span> : null}
          </Link>
        )
      })}
      {list.total > PER_PAGE ? (
        <nav className="kb-pages">
          {page > 1 ? (
            <Link href={address(HERE, { ...kept, page: String(page - 1) })}>← {say(words.newer, locale)}</Link>
          ) : (
            <span />
          )}
          <span className="kb-muted kb-small">{`${(page - 1) * PER_PAGE + 1}–${Math.min(page * PER_PAGE, list.total)} / ${list.total}`}</span>
          {page * PER_PAGE < list.total ? (
            <Link href={address(HERE, { ...kept, page: String(page + 1) })}>{say(words.older, locale)} →</Link>
          ) : (
            <span />
          )}
        </nav>
      ) : null}
    </ArrowKeys>
  )
}
