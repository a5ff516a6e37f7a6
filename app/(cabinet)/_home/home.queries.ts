import { managerOf, type ManagerCard } from '@/collections/clients/companies/company.queries'
import { nextPayment, type ScheduleRow } from '@/collections/contracts/contracts/contract.queries'
import { listDocuments, type DocumentRow } from '@/collections/documents/documents/document.queries'
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
  const finance = await when('money', () => financeOf(context), null)
  const reserved = finance && context.company ? (await creditOf(context.req, context.company)).reserved : 0
  const orders = await when('sales', () => ordersInWork(context), [])
  const latest = { search: '', filters: {}, sort: { key: 'date', dir: 'desc' as const }, page: 1, perPage: 5 }
  const documents = await when('documents', async () => (await listDocuments(context, latest)).rows, [])
  return {
    asks: await asksFor(context),
    orders,
    documents,
    finance: finance && { ...finance, reserved },
    nextPayment: await when('contracts', () => nextPayment(context), null),
    manager: await managerOf(context),
    freshAt: newest([finance?.financeAt, ...documents.map(({ syncedAt }) => syncedAt)]),
  }
}

function newest(moments: ReadonlyArray<string | null | undefined>): string | null {
  const known = moments.flatMap((moment) => (moment ? [new Date(moment).toISOString()] : [])).sort()
  return known.at(-1) ?? null
}
