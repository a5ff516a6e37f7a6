import type { CreditStanding } from './standing.rules'

/** An invoice that waits for money: what is left to pay (minor units) and by how many days it is late; below 1 it is not. */
export type UnpaidInvoice = { left: number; late: number }

export const ages = ['ahead', 'upTo7', 'upTo30', 'upTo90', 'older', 'undated'] as const
export type Age = (typeof ages)[number]

/**
 * A debt by how long it is overdue, in minor units. The sums are those of the standing, which every page tells: all ages
 * together are the debt, all but `ahead` what is overdue of it. Invoices only say how old it is: where they come to more
 * than is overdue, money has come that names none of them and has paid the oldest first; where to less, the rest is `undated`.
 */
export function debtAges(
  { debt, overdue }: Pick<CreditStanding, 'debt' | 'overdue'>,
  invoices: readonly UnpaidInvoice[],
): Record<Age, number> {
  const late = Math.min(Math.max(overdue, 0), Math.max(debt, 0))
  const sums: Record<Age, number> = {
    ahead: Math.max(debt, 0) - late,
    upTo7: 0,
    upTo30: 0,
    upTo90: 0,
    older: 0,
    undated: 0,
  }
  let rest = late
  const newest = invoices.filter((one) => one.late > 0 && one.left > 0).toSorted((a, b) => a.late - b.late)
  for (const one of newest) {
    const part = Math.min(one.left, rest)
    sums[ageOf(one.late)] += part
    rest -= part
  }
  sums.undated = rest
  return sums
}

function ageOf(days: number): Age {
  if (days <= 7) return 'upTo7'
  if (days <= 30) return 'upTo30'
  return days <= 90 ? 'upTo90' : 'older'
}
