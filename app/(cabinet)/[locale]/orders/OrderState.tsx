import type { OrderRow } from '@/collections/sales/orders/order.queries'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { say, type Locale } from '@/src/lib/i18n'
import { Rail } from '@/src/ui/base/Rail'
import { State } from '@/src/ui/base/State'
import { ordersPage as words } from './orders.labels'

const STEPS = Object.values(orderWorkflow.states).filter(({ step }) => step !== undefined).length

/** Where an order stands: a dot and a word, and how far along its way that is. */
export function OrderState({ order, locale, rail = true }: { order: Pick<OrderRow, 'status' | 'awaitsClient'>; locale: Locale; rail?: boolean }) {
  const state = orderWorkflow.states[order.status]
  const label = order.awaitsClient ? words.awaits : state?.label
  return (
    <>
      <State tone={order.awaitsClient ? 'wait' : (state?.tone ?? 'idle')}>{label ? say(label, locale) : order.status}</State>
      {rail && state?.step !== undefined ? <Rail all={STEPS} done={order.status === 'closed' ? STEPS : state.step} locale={locale} /> : null}
    </>
  )
}
