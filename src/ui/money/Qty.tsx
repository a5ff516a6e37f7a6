import { formatQty } from '@/src/lib/money'
import type { Locale } from '@/src/lib/i18n'
import { unitText } from '@/src/lib/unitWords'
import { spaced } from './spaces'

/** A quantity (integer thousandths) with its unit: «1 200 шт». */
export function Qty({ qty, unit, locale }: { qty: number; unit?: string; locale: Locale }) {
  return (
    <span className="num">
      {spaced(formatQty(qty, locale))}
      {unit ? `\u00a0${unitText(unit, locale)}` : null}
    </span>
  )
}
