import { numericDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { sumsText } from '@/src/lib/moneySums'
import type { ShownChart } from '@/src/mechanisms/panel/defineFigure'
import { dashboardLabels } from './dashboard.labels'

const words = dashboardLabels

/** Days as bars, with the table behind them. */
export function DaysChart({ figure, days, locale }: ShownChart & { locale: Locale }) {
  const tallest = Math.max(1, ...days.map(({ count }) => count))
  return (
    <section className="kb-sheet">
      <header>
        <h2>{say(figure.label, locale)}</h2>
      </header>
      <div aria-hidden className="kb-bars">
        {days.map(({ day, count }) => (
          <div key={day} title={`${numericDay(day)}: ${count}`}>
            <i>{count > 0 ? count : ''}</i>
            <span style={{ height: `${(count / tallest) * 100}px` }} />
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
              <th className="kb-num">{say(figure.heads.count, locale)}</th>
              <th className="kb-num">{say(figure.heads.sum, locale)}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, count, totals }) => (
              <tr key={day}>
                <td>{numericDay(day)}</td>
                <td className="kb-num">{count}</td>
                <td className="kb-num">{sumsText(totals, locale) || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
