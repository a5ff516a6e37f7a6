import type { activeBranches } from '@/collections/clients/companies/company.queries'
import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import type { OrderPage } from '@/collections/sales/orders/order.page.queries'
import { fullDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { railOf } from '@/src/mechanisms/workflow/railOf'
import { PaneRail } from '../pane/PaneRail'
import { workplaceLabels } from './workplace.labels'
import { PanelTransitionButtons } from '../workflow/PanelTransitionButtons'
import { panelTransitionWords } from '../workflow/panelTransitionWords'
import { OrderFacts } from './OrderFacts'
import { OrderLinesTable } from './OrderLinesTable'
import { OrderPapers } from './OrderPapers'
import { OrderTalk } from './OrderTalk'

const words = workplaceLabels

type OrderDetailProps = {
  /** Null for whoever may not choose one. */
  branches: Awaited<ReturnType<typeof activeBranches>> | null
  documents: readonly DocumentRow[]
  locale: Locale
  order: OrderPage
}

/** The right pane: state and its buttons, facts, lines, papers, history with correspondence. */
export function OrderDetail({ branches, documents, locale, order }: OrderDetailProps) {
  return (
    <>
      <section className="kb-sheet">
        <header className="kb-top">
          <div>
            <h2>{say(words.order, locale, { number: order.number })}</h2>
            <span className="kb-muted kb-small">{fullDate(order.placedAt, locale)}</span>
          </div>
          <span className="kb-state" data-tone={order.bar.state.tone}>
            {order.bar.state.label}
          </span>
          <a href={`/admin/collections/orders/${order.id}`}>{say(words.open, locale)}</a>
        </header>
        <PaneRail
          locale={locale}
          steps={railOf(
            orderWorkflow,
            order.status,
            order.stream.flatMap((item) => (item.kind === 'event' ? [item] : [])),
            locale,
          )}
        />
        {order.bar.options.length > 0 || order.bar.canUndo ? (
          <div className="kb-bar kb-pad kb-after-rail">
            <PanelTransitionButtons bar={order.bar} key={order.id} words={panelTransitionWords(locale)} />
          </div>
        ) : null}
        <OrderFacts branches={branches} locale={locale} order={order} />
      </section>
      <OrderLinesTable locale={locale} order={order} />
      <OrderPapers documents={documents} locale={locale} order={order} />
      <OrderTalk locale={locale} order={order} />
    </>
  )
}
