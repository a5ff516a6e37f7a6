import { managerOf, type ManagerCard } from '@/collections/clients/companies/company.queries'
import { nextPayment, type ScheduleRow } from '@/collections/contracts/contracts/contract.queries'
import { latestDocuments, type DocumentRow } from '@/collections/documents/documents/document.queries'
import { financeOf, type Finance } from '@/collections/money/accounts/account.queries'
import { creditOf } from '@/collections/sales/carts/cart.queries'
import { ordersInWork, type OrderRow } from '@/collections/sales/orders/order.queries'
import { asksFor, type Ask } from '@/src/mechanisms/asks/defineAsk'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { isModuleOn } from '@/src/mechanisms/modules/switches'

export type Home = {
  /** «От вас ждут», the most pressing first. */
  asks: Ask[]
  orders: OrderRow[]
  documents: DocumentRow[]
  /** `reserved`: what credit orders in work take of the limit. Null without the right to see settlements. */
  finance: (Finance & { reserved: number }) | null
  nextPayment: ScheduleRow | null
  manager: ManagerCard | null
  /** When 1C last told anything of what stands here, ISO. */
  freshAt: string | null
}

/** Everything the home page says, read as the person in the chosen company; switched-off areas are silent. */
export async function homeFor(context: QueryContext): Promise<Home> {
  const when = async <T>(module: string, read: () => Promise<T>, otherwise: T): Promise<T> =>
    (await isModuleOn(context.req, module)) ? read() : otherwise
  // Nothing here waits for anything else.
  const [asks, orders, documents, finance, credit, payment, manager] = await Promise.all([
    asksFor(context),
    when('sales', () => ordersInWork(context), []),
    when('documents', () => latestDocuments(context, 5), []),
    when('money', () => financeOf(context), null),
    when('money', async () => (context.company ? creditOf(context.req, context.company) : null), null),
    when('contracts', () => nextPayment(context), null),
    managerOf(context),
  ])
  return {
    asks,
    orders,
    documents,
    finance: finance && { ...finance, reserved: credit?.reserved ?? 0 },
    nextPayment: payment,
    manager,
    freshAt: newest([finance?.financeAt, ...documents.map(({ syncedAt }) => syncedAt)]),
  }
}

function newest(moments: ReadonlyArray<string | null | undefined>): string | null {
  const known = moments.flatMap((moment) => (moment ? [new Date(moment).toISOString()] : [])).sort()
  return known.at(-1) ?? null
}
