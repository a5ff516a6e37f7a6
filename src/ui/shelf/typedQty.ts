import { parseQty } from '@/src/lib/money'
import { judgeQty, type QtyCode, type QuantityRule } from '@/src/lib/quantity'

/** What a typed quantity becomes (thousandths), and why it is not what was typed. */
export type TypedQty = { qty: number; code?: QtyCode | 'notNumber'; limit?: number }

/**
 * A typed quantity as it can be ordered: up to the nearest that fits, back to `before` where it is no number or far too
 * much. Nothing typed changes nothing; 0 takes the line out, and so does nothing else.
 */
export function typedQty(text: string, before: number, rule: QuantityRule): TypedQty {
  if (text.trim() === '') return { qty: before }
  const typed = parsed(text)
  if (typed === null || typed < 0) return { qty: before, code: 'notNumber' }
  // a line of yesterday that cannot be ordered as it is may stand until it is touched
  if (typed === before) return { qty: before }
  const asked = typed === 0 && /[1-9]/.test(text) ? 1 : typed
  if (asked === 0) return { qty: 0 }
  const verdict = judgeQty(asked, rule)
  if (verdict.ok) return { qty: asked }
  const { code, limit, nearest } = verdict
  return { qty: code === 'qty.tooMuch' ? before : nearest, code, limit }
}

function parsed(text: string): number | null {
  try {
    return parseQty(text)
  } catch {
    return null
  }
}
