import type { AdminViewServerProps } from 'payload'
import { numericDay } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { adminLabels } from '../admin.labels'
import { viewContext } from '../lib/view'
import { figures, ordersByDay } from './figures.queries'

/** Today's figures with a link behind each, and the orders of two weeks. */
export async function Dashboard(props: AdminViewServerProps) {
  const context = await viewContext(props)
  if (!context) return null
  const { locale } = context
  const words = adminLabels.dashboard
  const numbers = await figures(context)
  const days = context.actor.off?.has('sales') ? [] : await ordersByDay(context)
  const tallest = Math.max(1, ...days.map(({ orders }) => orders))
  const tiles = [
    { label: words.newOrders, value: numbers.newOrders, href: '/admin/workplace/orders' },
    { label: words.newClients, value: numbers.newClients, href: '/admin/workplace/clients?status=new' },
    { label: words.unassigned, value: numbers.unassigned, href: '/admin/workplace/clients?manager=none' },
    { label: words.notExported, value: numbers.notExported, href: '/admin/workplace/orders?view=notExported' },
    { label: words.failedRuns, value: numbers.failedRuns, href: '/admin/exchange', bad: true },
    { label: words.deadLetters, value: numbers.deadLetters, href: '/admin/queue', bad: true },
  ].filter((tile) => tile.value !== null)

  return (
    <div className="kb-page">
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
      </div>
      <nav className="kb-figures">
        {tiles.map((tile) => (
          <a className={tile.bad && tile.value ? 'kb-bad' : undefined} href={tile.href} key={tile.href}>
            <b>{tile.value}</b>
            <span className="kb-muted kb-small">{say(tile.label, locale)}</span>
          </a>
        ))}
      </nav>
      {days.length > 0 ? (
        <section className="kb-sheet">
          <header>
            <h2>{say(words.ordersByDay, locale)}</h2>
          </header>
          <div aria-hidden className="kb-bars">
            {days.map(({ day, orders }) => (
              <span key={day} style={{ height: `${(orders / tallest) * 100}%` }} title={`${numericDay(day)}: ${orders}`} />
            ))}
          </div>
          <details style={{ padding: '10px 20px 16px' }}>
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
                {days.map(({ day, orders, total }) => (
                  <tr key={day}>
                    <td>{numericDay(day)}</td>
                    <td className="kb-num">{orders}</td>
                    <td className="kb-num">{formatMoney(total, 'RUB', locale).text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </section>
      ) : null}
    </div>
  )
}
