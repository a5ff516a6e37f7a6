import type { PayloadRequest } from 'payload'
import type { ShippedGoods } from './order.shipments.rules'

/** A document of an order that counts for it; `total` in minor units. */
export type OrderDocument = {
  kind: 'payment' | 'refund' | 'waybill'
  total: number
  cancelled: boolean
  /** Null where a shipment does not name its goods. */
  goods: ShippedGoods[] | null
}

type Papers = (req: PayloadRequest, order: string) => Promise<OrderDocument[]>

let kept: Papers = () => Promise.resolve([])

/** Called by the area that keeps documents: payments, refunds and shipments of an order. */
export function provideOrderDocuments(papers: Papers): { papers: Papers } {
  kept = papers
  return { papers }
}

export const documentsOfOrder: Papers = (req, order) => kept(req, order)
