import type { SettleContext } from '@/src/mechanisms/exchange/consumer'
import { giveSoleSkus, yieldSoleSkus } from './soleSkus'
import { refreshProductSearch } from '../products/searchDocuments'

/** When everything of a run has come: goods that no offer named get a SKU of their own. */
export async function settleGoods({ req, node, run }: SettleContext): Promise<void> {
  await yieldSoleSkus(req.payload)
  const products = await giveSoleSkus(req.payload, run, node.name)
  await refreshProductSearch(req.payload, products)
}
