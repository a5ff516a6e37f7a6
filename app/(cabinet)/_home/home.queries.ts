import { managerOf, type ManagerCard } from '@/collections/clients/companies/company.queries'
import { nextPayment, type ScheduleRow } from '@/collections/contracts/contracts/contract.queries'
import { latestDocuments, type DocumentRow } from '@/collections/documents/documents/document.queries'
import { financeOf, type Finance } from '@/src/mechanisms/credit/standing.queries'
import { ordersInWork, type OrderRow } from '@/collections/sales/orders/order.queries'
import { asksFor, type Ask } from '@/src/mechanisms/asks/defineAsk'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { lastExchange } from '../_shell/frame.queries'

export type Home = {
  /** «От вас ждут», the most pressing first. */
  asks: Ask[]
  orders: OrderRow[]
  documents: DocumentRow[]
  /** Null without the right to see settlements. */
  finance: Finance | null
  nextPayment: ScheduleRow | null
  manager: ManagerCard | null
  /** When 1C last told anything, ISO: the moment that the frame names too. */
  freshAt: string | null
}

/** Everything the home page says, read as the person in the chosen company; switched-off areas are silent. */
export async function homeFor(context: QueryContext): Promise<Home> {
  const when = async <T>(module: string, read: () => Promise<T>, otherwise: T): Promise<T> =>
    (await isModuleOn(context.req, module)) ? read() : otherwise
  // Nothing here waits for anything else.
  const [asks, orders, documents, finance, payment, manager, freshAt] = await Promise.all([
    asksFor(context),
    when('sales', () => ordersInWork(context), []),
    when('documents', () => latestDocuments(context, 5), []),
    when('money', () => financeOf(context), null),
    when('contracts', () => nextPayment(context), null),
    managerOf(context),
    when('exchange', () => lastExchange(context.req), null),
  ])
  return {
    asks,
    orders,
    documents,
    finance,
    nextPayment: payment,
    manager,
    freshAt,
  }
}
