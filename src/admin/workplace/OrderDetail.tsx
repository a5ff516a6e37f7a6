import { activeBranches } from '@/collections/clients/companies/company.queries'
import { documentsAbout } from '@/collections/documents/documents/document.queries'
import type { OrderPage } from '@/collections/sales/orders/order.page'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { fullDate } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { adminLabels } from '../admin.labels'
import { workplaceLabels } from './workplace.labels'
import { ActionButton } from '../lib/ActionButton'
import type { ViewContext } from '../lib/view'
import { OrderFacts } from './OrderFacts'
import { OrderLinesTable } from './OrderLinesTable'
import { OrderPapers } from './OrderPapers'
import { OrderTalk } from './OrderTalk'

const words = workplaceLabels

/** The right pane: state and its buttons, facts, lines, papers, history with correspondence. */
export async function OrderDetail({ context, order }: { context: ViewContext; order: OrderPage }) {
  const { locale } = context
  const state = orderWorkflow.states[order.status]
  const branches = accessOf('orders').where(context.actor, 'update') === false ? null : await activeBranches(context)
  const documents = await documentsAbout(context, { order: order.id })
  return (
    <>
      <section className="kb-sheet">
        <header className="kb-top">
          <div>
            <h2>{say(words.order, locale, { number: order.number })}</h2>
            <span className="kb-muted kb-small">{fullDate(order.placedAt, locale)}</span>
          </div>
          {state ? (
            <span className="kb-state" data-tone={state.tone}>
              {say(state.label, locale)}
            </span>
          ) : null}
          <a href={`/admin/collections/orders/${order.id}`}>{say(words.open, locale)}</a>
        </header>
        {order.transitions.length > 0 || order.canUndo ? (
          <div className="kb-bar kb-pad">
            {order.transitions.map((name) => {
              const transition = orderWorkflow.transitions[name]
              if (!transition) return null
              return (
                <ActionButton
                  action="workflow.transition"
                  ask={transition.needs?.includes('comment') ? say(words.whyCancel, locale) : undefined}
                  back={say(adminLabels.cancel, locale)}
                  confirm={order.questions[name] ? say(order.questions[name], locale) : undefined}
                  failed={say(adminLabels.failed, locale)}
                  input={{ entity: 'orders', id: order.id, transition: name }}
                  key={name}
                  label={say(transition.label, locale)}
                  tone={name === order.transitions[0] ? transition.tone : transition.tone === 'danger' ? 'danger' : undefined}
                />
              )
            })}
            {order.canUndo ? <ActionButton action="workflow.undo" failed={say(adminLabels.failed, locale)} input={{ entity: 'orders', id: order.id }} label={say(words.undo, locale)} /> : null}
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
