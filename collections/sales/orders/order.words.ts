import { defineLabels, say, type Locale, type Text } from '@/src/lib/i18n'
import type { OrderRow } from './order.queries'
import { orderWorkflow } from './order.workflow'

const words = defineLabels({
  awaits: { ru: 'Ждёт вашего ответа', en: 'Waits for your answer' },
  pickup: { ru: 'самовывоз', en: 'pickup' },
  pickupAt: { ru: 'самовывоз, {warehouse}', en: 'pickup, {warehouse}' },
})

const STEPS = Object.values(orderWorkflow.states).filter(({ step }) => step !== undefined).length

/** Where an order stands for its client: a word with its tone, and how far along its way that is. */
export function orderStanding({ status, awaitsClient }: Pick<OrderRow, 'status' | 'awaitsClient'>) {
  const state = orderWorkflow.states[status]
  const label: Text = awaitsClient ? words.awaits : (state?.label ?? { ru: status, en: status })
  return {
    label,
    tone: awaitsClient ? ('wait' as const) : (state?.tone ?? 'idle'),
    ...(state?.step === undefined ? {} : { steps: { done: status === 'closed' ? STEPS : state.step, all: STEPS } }),
  }
}

type Delivery = Pick<OrderRow, 'deliveryMethod' | 'deliveryAddress' | 'warehouse'>

/** Where the goods go: the address, or the warehouse that they are picked up from. */
export function deliveryPlace({ deliveryMethod, deliveryAddress, warehouse }: Delivery, locale: Locale): string | null {
  if (deliveryMethod === 'delivery') return deliveryAddress
  return warehouse ? say(words.pickupAt, locale, { warehouse }) : say(words.pickup, locale)
}
