import { numericDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { sumsText } from '@/src/lib/moneySums'
import { dashboardLabels } from './dashboard.labels'
import type { DayOfOrders } from './figures.queries'

const words = dashboardLabels

/** The orders of two weeks as bars, with the table behind them. */
export function OrdersByDay({ days, locale }: { days: DayOfOrders[]; locale: Locale }) {
  const tallest = Math.max(1, ...days.map(({ orders }) => orders))
  return (
    <section className="kb-sheet">
      <header>
        <h2>{say(words.ordersByDay, locale)}</h2>
      </header>
      <div aria-hidden className="kb-bars">
        {days.map(({ day, orders }) => (
          <div key={day} title={`${numericDay(day)}: ${orders}`}>
            <i>{orders > 0 ? orders : ''}</i>
            <span style={{ height: `${(orders / tallest) * 100}px` }} />
            <small>
              {numericDay(day).slice(0, 2)}
              <span className="kb-far">{numericDay(day).slice(2, 5)}</span>
            </small>
          </div>
        ))}
      </div>
      <details className="kb-more">
        <summary className="kb-muted kb-small">{say(words.table, locale)}</summary>
        <table className="kb-table">
          <thead>
            <tr>
              <th>{say(words.day, locale)}</th>
              <th className="kb-num">{say(words.orders, locale)}</th>
              <th className="kb-num">{say(words.sum, locale)}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, orders, totals }) => (
              <tr key={day}>
                <td>{numericDay(day)}</td>
                <td className="kb-num">{orders}</td>
                <td className="kb-num">{sumsText(totals, locale) || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
