import type { PortalSettings } from '@/src/mechanisms/portal/portalSettings'

/** Stock as a client may see it: `qty` in thousandths, or null where the company shows words only. */
export type StockView = { level: 'in' | 'low' | 'out'; qty: number | null }
export type WarehouseStock = StockView & { warehouse: string; name: string }

/** How a quantity is shown. Negative stock, which 1C may send, is no stock. */
export function stockView(qty: number, settings: Pick<PortalSettings, 'showStock' | 'lowStock'>): StockView {
  const level = qty <= 0 ? 'out' : qty < settings.lowStock ? 'low' : 'in'
  return { level, qty: settings.showStock === 'exact' ? Math.max(qty, 0) : null }
}
