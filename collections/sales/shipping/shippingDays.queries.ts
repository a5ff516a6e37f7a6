import type { Runner } from '@/src/mechanisms/database/query'
import { shippingSettingsOf } from '@/src/mechanisms/portal/portalSettings'
import { daysOff, type ShippingDays } from './shippingDays'

/** On which days goods are handed out; weekdays until an administrator says otherwise. */
export async function shippingDaysOf(runner: Runner): Promise<ShippingDays> {
  const { off, ...days } = await shippingSettingsOf(runner)
  return { ...days, off: daysOff(off) }
}
