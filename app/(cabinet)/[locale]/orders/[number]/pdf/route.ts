import { orderPrint } from '@/collections/sales/orders/order.print'
import { decoded } from '@/src/lib/http/decoded'
import { printForm } from '@/src/mechanisms/print/form'
import { orderForm } from '@/src/mechanisms/print/forms/order-ru'
import { cabinetRoute, notThere } from '../../../../_page/cabinetRoute'
import { pdfResponse } from '../../../../_page/pdf'

/** The order as a paper. */
export const GET = cabinetRoute<{ locale: string; number: string }>({ module: 'sales', needs: 'orders.read' }, async ({ context, locale, params, request, session }) => {
  const data = await orderPrint(context, decoded(params.number), locale)
  return data ? pdfResponse(await printForm(orderForm, data, locale, { signal: request.signal, owner: session.user.id })) : notThere()
})
