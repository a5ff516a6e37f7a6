import type { OrderPage } from '@/collections/sales/orders/order.page.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney, formatPrice, formatQty } from '@/src/lib/money'
import { unitText } from '@/src/lib/unitWords'
import { workplaceLabels } from './workplace.labels'

const words = workplaceLabels

export function OrderLinesTable({ order, locale }: { order: OrderPage; locale: Locale }) {
  return (
    <section className="kb-sheet">
      <header>
        <h2>{say(words.lines, locale)}</h2>
        <span className="kb-muted kb-small">{order.lines.length}</span>
      </header>
      <div className="kb-scroll">
        <table className="kb-table">
          <thead>
            <tr>
              <th>{say(words.goods, locale)}</th>
              <th className="kb-num">{say(words.qty, locale)}</th>
              <th className="kb-num">{say(words.price, locale)}</th>
              <th className="kb-num">{say(words.sum, locale)}</th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.id}>
                <td>
                  {line.name}
                  <div className="kb-muted kb-small">{[line.article, line.warehouse].filter(Boolean).join(', ')}</div>
                </td>
                <td className="kb-num">
                  {formatQty(line.qty, locale)} {unitText(line.unit, locale)}
                  {line.shippedQty > 0 ? (
                    <div className="kb-muted kb-small">
                      {say(words.shipped, locale, { qty: formatQty(line.shippedQty, locale) })}
                    </div>
                  ) : null}
                </td>
                <td className="kb-num">{formatPrice(line.price, order.currency, locale).text}</td>
                <td className="kb-num">{formatMoney(line.total, order.currency, locale).text}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th colSpan={3} scope="row">
                {say(words.total, locale)}
              </th>
              <td className="kb-num">
                <b>{formatMoney(order.total, order.currency, locale).text}</b>
                <div className="kb-muted kb-small">
                  {say(words.vat, locale, { sum: formatMoney(order.vat, order.currency, locale).text })}
                </div>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}
