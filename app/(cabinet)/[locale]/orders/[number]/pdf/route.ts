import { orderByNumber } from '@/collections/sales/orders/order.page'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { say } from '@/src/lib/i18n'
import { ownParty } from '@/src/mechanisms/portal/ownParty'
import { printForm } from '@/src/mechanisms/print/form'
import { orderForm } from '@/src/mechanisms/print/forms/order-ru'
import { cabinetRoute, notThere } from '../../../../_page/cabinetRoute'
import { pdfResponse } from '../../../../_page/pdf'
import { ordersPage } from '../../orders.labels'

/** The order as a paper. */
export const GET = cabinetRoute<{ locale: string; number: string }>({ module: 'sales', needs: 'orders.read' }, async ({ context, locale, params, request, session }) => {
  const order = await orderByNumber(context, decodeURIComponent(params.number))
  if (!order) return notThere()
  const state = orderWorkflow.states[order.status]
  const made = await printForm(
    orderForm,
    {
      number: order.number,
      date: order.placedAt,
      supplier: await ownParty(session.req),
      buyer: { name: order.contractor ?? order.companyName, ...(order.contractorInn ? { inn: order.contractorInn } : {}) },
      ...(order.contract ? { contract: order.contract } : {}),
      ...(state ? { status: say(state.label, locale) } : {}),
      delivery: order.deliveryMethod === 'pickup' ? say(ordersPage.pickup, locale) : say(ordersPage.delivery, locale),
      ...(order.deliveryAddress ? { address: order.deliveryAddress } : order.warehouse ? { address: order.warehouse } : {}),
      ...(order.wantedDate ? { wantedDate: order.wantedDate } : {}),
      ...(order.manager ? { manager: order.manager } : {}),
      ...(order.comment ? { comment: order.comment } : {}),
      currency: order.currency,
      lines: order.lines.map((line) => ({ ...(line.article ? { article: line.article } : {}), name: line.name, qty: line.qty, unit: line.unit, price: line.price, total: line.total })),
      total: order.total,
      vat: order.vat > 0 ? order.vat : null,
    },
    locale,
    { signal: request.signal },
  )
  return pdfResponse(made)
})
