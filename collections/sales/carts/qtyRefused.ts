import { AppError, type AppErrorOptions } from '@/src/lib/errors'
import type { Text } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import type { QtyRefusal } from '@/src/lib/quantity'
import { unitText } from '@/src/lib/unitWords'

/** The refusal of a quantity as an error that names the line: its words say what is wrong and which quantity would do. */
export function qtyRefused(
  { code, nearest, limit }: QtyRefusal,
  line: { name: string; unit: string },
  options: AppErrorOptions,
): AppError {
  const unit: Text = { ru: line.unit, en: unitText(line.unit, 'en') }
  return new AppError(code, { name: line.name, unit, nearest: qty(nearest), limit: qty(limit) }, options)
}

const qty = (value: number): Text => ({ ru: formatQty(value, 'ru'), en: formatQty(value, 'en') })
