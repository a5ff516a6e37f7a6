import { AppError } from '@/src/lib/errors'
import { formatDecimal } from '@/src/lib/decimal'

type Owing = { debt?: number; overdue?: number }

/**
 * Debt and the overdue part of it, as they will stand: a debt that shrinks takes the overdue part with it.
 * @throws AppError `money.moreThanWhole` 422 when more is said to be overdue than is owed
 */
export function mergeDebt(told: Owing, stored: Owing | null): Owing {
  const debt = told.debt ?? stored?.debt ?? 0
  if (told.overdue !== undefined && told.overdue > debt) throw partTooLarge(told.overdue, debt, 'overdue')
  if (told.debt === undefined || told.overdue !== undefined || (stored?.overdue ?? 0) <= debt) return told
  return { debt, overdue: debt }
}

/** A part that is more than its whole, both in minor units. */
export const partTooLarge = (part: number, whole: number, field: string): AppError =>
  new AppError(
    'money.moreThanWhole',
    { part: formatDecimal(part, 2, 2), whole: formatDecimal(whole, 2, 2) },
    { status: 422, field },
  )
