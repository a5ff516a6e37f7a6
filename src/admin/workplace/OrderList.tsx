import Link from 'next/link'
import { orderList } from '@/collections/sales/orders/order.list.labels'
import type { OrderRow } from '@/collections/sales/orders/order.queries'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { Tick, TickAll } from '../lib/PanelList'
import { workplaceLabels } from './workplace.labels'
import { address } from './address'
import { countText } from './countText'
import { PER_PAGE, type WorkList } from './orders.queries'

const words = workplaceLabels
const HERE = '/admin/workplace/orders'

type Props = {
  /** the list that rows are chosen in; undefined where nothing is done with them */
  ticks?: string
  list: WorkList
  chosen?: string
  kept: Readonly<Record<string, string | undefined>>
  page: number
  locale: Locale
}

/** The left pane: an order a row, the chosen one marked; it scrolls on its own. */
export function OrderList({ ticks, list, chosen, kept, page, locale }: Props) {
  if (list.rows.length === 0)
    return <p className="kb-empty">{say(kept.q || kept.client ? words.nothing : words.empty, locale)}</p>
  return (
    <div className="kb-list">
      {ticks ? (
        <label className="kb-all">
          <TickAll locale={locale} /> <span aria-hidden>{say(words.tickAll, locale)}</span>
        </label>
      ) : null}
      {list.rows.map((row) => (
        <div className="kb-row" data-row="" key={row.id}>
          {ticks ? (
            <Tick
              amount={`${row.total} ${row.currency}`}
              id={row.id}
              list={ticks}
              locale={locale}
              name={say(orderList.rowName, locale, { number: row.number })}
            />
          ) : null}
          <Item
            current={row.number === chosen}
            href={address(HERE, { ...kept, order: row.number })}
            locale={locale}
            row={row}
          />
        </div>
      ))}
      {list.total > PER_PAGE ? <Pages kept={kept} locale={locale} page={page} total={list.total} /> : null}
    </div>
  )
}

function Item({ row, current, href, locale }: { row: OrderRow; current: boolean; href: string; locale: Locale }) {
  const state = orderWorkflow.states[row.status]
  return (
    <Link
      aria-current={current ? 'true' : undefined}
      className="kb-item row-link"
      href={href}
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
}

function Pages({ kept, locale, page, total }: Pick<Props, 'kept' | 'locale' | 'page'> & { total: number }) {
  const first = (page - 1) * PER_PAGE + 1
  const last = Math.min(page * PER_PAGE, total)
  return (
    <nav className="kb-pages">
      {page > 1 ? (
        <Link href={address(HERE, { ...kept, page: String(page - 1) })} prefetch={false}>
          ← {say(words.newer, locale)}
        </Link>
      ) : (
        <span />
      )}
      <span className="kb-muted kb-small">{`${first}–${last} / ${countText(total, locale)}`}</span>
      {last < total ? (
        <Link href={address(HERE, { ...kept, page: String(page + 1) })} prefetch={false}>
          {say(words.older, locale)} →
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
